import type { Answer as AnswerOf, Endpoints } from '@qingshan/contract';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/useAsk.ts';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { Answer, Nothing, Refusal } from '../../parts/Answer.tsx';
import { showBesideFields } from '../../parts/formRefusal.ts';
import { Pager } from '../../parts/Pager.tsx';
import { permitted } from '../../parts/permitted.tsx';
import { moment } from '../../parts/time.ts';
import { PersonSelect } from '../responsibility/PersonSelect.tsx';
import '../responsibility/places.css';

type Account = AnswerOf<Endpoints['listAccounts']>['items'][number];
type Act = { kind: 'create' } | { kind: 'disable' | 'enable' | 'reset'; account: Account };

function Accounts() {
  const [search, setSearch] = useSearchParams();
  const [act, setAct] = useState<Act | null>(null);
  const q = search.get('q') ?? '';
  const page = Number(search.get('page') ?? '1') || 1;
  const asked = useAsk('listAccounts', { query: { page, ...(q ? { q } : {}) } }, { keepLast: true });
  return (
    <>
      <PageTitle title="账号管理">
        <Button type="primary" onClick={() => setAct({ kind: 'create' })}>
          开通账号
        </Button>
      </PageTitle>
      {act && (
        <AccountForm
          key={act.kind === 'create' ? 'create' : act.kind + act.account.personId}
          act={act}
          onClose={() => setAct(null)}
        />
      )}
      <div className="list-tools">
        <Input.Search
          defaultValue={q}
          allowClear
          placeholder="账号或姓名"
          aria-label="按账号或姓名查找"
          onSearch={(words) => setSearch(words.trim() ? { q: words.trim() } : {})}
        />
      </div>
      <Answer of={asked} lines={8}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Nothing>没有符合条件的账号。</Nothing>
          ) : (
            <>
              <table className="plain-table stacking">
                <thead>
                  <tr>
                    <th scope="col">账号</th>
                    <th scope="col">姓名</th>
                    <th scope="col">状态</th>
                    <th scope="col">两步验证</th>
                    <th scope="col">最近登录</th>
                    <th scope="col">办理</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((account) => (
                    <tr key={account.personId}>
                      <th scope="row">{account.account}</th>
                      <td data-label="姓名">{account.name}</td>
                      <td data-label="状态">
                        {account.disabled
                          ? '已停用'
                          : account.lockedUntil
                            ? `锁定到 ${moment(account.lockedUntil)}`
                            : '正常'}
                      </td>
                      <td data-label="两步验证">{account.twoFactorOn ? '已开启' : '未开启'}</td>
                      <td data-label="最近登录" className="num">
                        {account.lastSignInAt ? moment(account.lastSignInAt) : '从未'}
                      </td>
                      <td data-label="办理">
                        <span className="row">
                          <Button size="small" onClick={() => setAct({ kind: 'reset', account })}>
                            重设密码
                          </Button>
                          <Button
                            size="small"
                            onClick={() => setAct({ kind: account.disabled ? 'enable' : 'disable', account })}
                          >
                            {account.disabled ? '恢复' : '停用'}
                          </Button>
                        </span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <Pager
                page={page}
                size={50}
                total={total}
                onChange={(number) => setSearch({ ...(q ? { q } : {}), page: String(number) })}
              />
            </>
          )
        }
      </Answer>
    </>
  );
}

interface Values {
  personId: string;
  account: string;
  password: string;
  reason: string;
}

const titles = { create: '开通账号', disable: '停用账号', enable: '恢复账号', reset: '重设密码' } as const;

function AccountForm({ act, onClose }: { act: Act; onClose: () => void }) {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [refusal, setRefusal] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  async function send({ personId, account, password, reason }: Values) {
    if (act.kind === 'create') return client.call('createAccount', { body: { personId, account, password } });
    const params = { personId: act.account.personId };
    if (act.kind === 'disable') return client.call('disableAccount', { params, body: { reason } });
    if (act.kind === 'enable') return client.call('enableAccount', { params });
    return client.call('resetPassword', { params, body: { password } });
  }
  async function submit(values: Values) {
    setSending(true);
    setRefusal(null);
    try {
      await send(values);
      message.success(`“${titles[act.kind]}”已完成`);
      cache.invalidateQueries({ queryKey: ['listAccounts'] });
      onClose();
    } catch (error) {
      showBesideFields(form, error, ['personId', 'account', 'password', 'reason']);
      setRefusal(error);
    } finally {
      setSending(false);
    }
  }
  return (
    <section className="post-act" aria-label={titles[act.kind]} style={{ marginBottom: '1.1rem' }}>
      <h2>
        {titles[act.kind]}
        {act.kind !== 'create' && `：${act.account.name}（${act.account.account}）`}
      </h2>
      {refusal !== null && <Refusal error={refusal} />}
      <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        {act.kind === 'create' && (
          <>
            <Form.Item name="personId" label="人员" rules={[{ required: true, message: '请选择人员' }]}>
              <PersonSelect />
            </Form.Item>
            <Form.Item
              name="account"
              label="账号"
              rules={[{ required: true, min: 2, message: '账号至少 2 字' }]}
            >
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
          </>
        )}
        {(act.kind === 'create' || act.kind === 'reset') && (
          <Form.Item
            name="password"
            label="初始密码（至少 10 位）"
            rules={[{ required: true, min: 10, message: '密码至少 10 位' }]}
          >
            <Input.Password maxLength={128} autoComplete="new-password" />
          </Form.Item>
        )}
        {act.kind === 'disable' && (
          <Form.Item
            name="reason"
            label="理由"
            rules={[{ required: true, whitespace: true, min: 2, message: '请写明理由' }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
          </Form.Item>
        )}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={sending}>
            确定{titles[act.kind]}
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </Form>
    </section>
  );
}

export default permitted('accounts.edit', Accounts);
