import { roleLabels } from '@qingshan/contract';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/useAsk.ts';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { Answer, Refusal } from '../../parts/Answer.tsx';
import { deviceName } from '../../parts/deviceName.ts';
import { showBesideFields } from '../../parts/formRefusal.ts';
import { Panel } from '../../parts/Panel.tsx';
import { moment } from '../../parts/time.ts';
import { useMe } from '../../session/me.tsx';
import { TwoFactor } from './TwoFactor.tsx';
import '../responsibility/places.css';

export default function MyAccount() {
  const me = useMe();
  return (
    <>
      <PageTitle title="我的账号" />
      <dl className="facts">
        <div>
          <dt>姓名</dt>
          <dd>{me.name}</dd>
        </div>
        <div>
          <dt>账号</dt>
          <dd>{me.account}</dd>
        </div>
        <div>
          <dt>角色</dt>
          <dd>{me.roles.map((role) => roleLabels[role]).join('、') || '—'}</dd>
        </div>
        <div className="whole">
          <dt>岗位</dt>
          <dd>
            {me.posts.map((post) => `${post.title}（${post.placeName}）`).join('、') ||
              '没有在任岗位，权限随岗位而来'}
          </dd>
        </div>
      </dl>
      <div className="post-columns">
        <div>
          <Password />
          <TwoFactor />
        </div>
        <Sessions />
      </div>
    </>
  );
}

interface Words {
  current: string;
  next: string;
  again: string;
}

function Password() {
  const { message } = App.useApp();
  const [form] = Form.useForm<Words>();
  const [refusal, setRefusal] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  async function change({ current, next }: Words) {
    setSending(true);
    setRefusal(null);
    try {
      await client.call('changePassword', { body: { current, next } });
      form.resetFields();
      message.success('密码已修改');
    } catch (error) {
      showBesideFields(form, error, ['current', 'next']);
      setRefusal(error);
    } finally {
      setSending(false);
    }
  }
  return (
    <Panel title="修改密码">
      {refusal !== null && <Refusal error={refusal} />}
      <Form<Words> form={form} layout="vertical" requiredMark={false} onFinish={change}>
        <Form.Item
          name="current"
          label="现在的密码"
          rules={[{ required: true, message: '请输入现在的密码' }]}
        >
          <Input.Password autoComplete="current-password" maxLength={128} />
        </Form.Item>
        <Form.Item
          name="next"
          label="新密码（至少 10 位）"
          rules={[{ required: true, min: 10, message: '新密码至少 10 位' }]}
        >
          <Input.Password autoComplete="new-password" maxLength={128} />
        </Form.Item>
        <Form.Item
          name="again"
          label="再输一遍新密码"
          dependencies={['next']}
          rules={[
            { required: true, message: '请再输一遍' },
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                !value || value === getFieldValue('next')
                  ? Promise.resolve()
                  : Promise.reject(new Error('两次输入不一样')),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={128} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={sending}>
          修改密码
        </Button>
      </Form>
    </Panel>
  );
}

function Sessions() {
  const { message } = App.useApp();
  const cache = useQueryClient();
  const asked = useAsk('listMySessions', {});
  const [refusal, setRefusal] = useState<unknown>(null);
  async function revoke() {
    setRefusal(null);
    try {
      await client.call('revokeMyOtherSessions');
      message.success('其他设备已退出');
      cache.invalidateQueries({ queryKey: ['listMySessions'] });
    } catch (error) {
      setRefusal(error);
    }
  }
  return (
    <Panel title="登录设备" extra={<Button onClick={revoke}>退出其他设备</Button>}>
      {refusal !== null && <Refusal error={refusal} />}
      <Answer of={asked} lines={3}>
        {({ items }) => (
          <ul className="issue-lines">
            {items.map((session) => (
              <li key={session.id}>
                <span title={session.device}>
                  {deviceName(session.device)}
                  {session.current && <b>（本机）</b>}
                </span>
                <span className="grow" />
                <span className="quiet">
                  {session.address} · {moment(session.createdAt)} 登录 · {moment(session.expiresAt)} 到期
                </span>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}
