import { type Answer as AnswerOf, type Endpoints, newId } from '@qingshan/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/useAsk.ts';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { Answer, Nothing, Refusal } from '../../parts/Answer.tsx';
import { showBesideFields } from '../../parts/formRefusal.ts';
import { Pager } from '../../parts/Pager.tsx';
import { PlaceSelect } from '../../parts/PlaceSelect.tsx';
import { permitted } from '../../parts/permitted.tsx';
import { useMay, useMe } from '../../session/me.tsx';
import './places.css';

type Person = AnswerOf<Endpoints['listPeople']>['items'][number];

function People() {
  const me = useMe();
  const mayEdit = useMay('people.edit');
  const [editing, setEditing] = useState<Person | 'new' | null>(null);
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const place = search.get('place') ?? undefined;
  const page = Number(search.get('page') ?? '1') || 1;
  const asked = useAsk(
    'listPeople',
    { query: { page, ...(q ? { q } : {}), ...(place ? { place } : {}) } },
    { keepLast: true },
  );
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (name !== 'page') next.delete('page');
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next);
  };
  return (
    <>
      <PageTitle title="人员">
        {mayEdit && (
          <Button type="primary" onClick={() => setEditing('new')}>
            登记人员
          </Button>
        )}
      </PageTitle>
      {editing && (
        <PersonEdit
          key={editing === 'new' ? 'new' : editing.id}
          person={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      <div className="list-tools">
        <Input.Search
          defaultValue={q}
          allowClear
          onSearch={(words) => set('q', words.trim())}
          placeholder="姓名或电话"
          aria-label="按姓名查找"
        />
        <PlaceSelect
          aria-label="地点"
          within={me.countyCode}
          value={place}
          onChange={(code) => set('place', code)}
          placeholder="全部地点"
          allowClear
        />
      </div>
      <Answer of={asked} lines={8}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Nothing>没有符合条件的人员。</Nothing>
          ) : (
            <>
              <table className="plain-table stacking">
                <thead>
                  <tr>
                    <th scope="col">姓名</th>
                    <th scope="col">地点</th>
                    <th scope="col">现任岗位</th>
                    <th scope="col">电话</th>
                    <th scope="col">账号</th>
                    {mayEdit && <th scope="col">办理</th>}
                  </tr>
                </thead>
                <tbody>
                  {items.map((person) => (
                    <tr key={person.id}>
                      <th scope="row">{person.name}</th>
                      <td data-label="地点">{person.placeName}</td>
                      <td data-label="岗位">
                        {person.posts.length === 0 && '—'}
                        {person.posts.map((post) => (
                          <div key={post.postId}>
                            <Link to={`/posts/${post.postId}`}>{post.title}</Link>
                          </div>
                        ))}
                      </td>
                      <td data-label="电话" className="num">
                        {person.phone ?? '—'}
                      </td>
                      <td data-label="账号">{person.account ?? '—'}</td>
                      {mayEdit && (
                        <td data-label="办理">
                          <Button size="small" onClick={() => setEditing(person)}>
                            修改
                          </Button>
                        </td>
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
              <Pager page={page} size={50} total={total} onChange={(number) => set('page', String(number))} />
            </>
          )
        }
      </Answer>
    </>
  );
}

interface Values {
  name: string;
  phone?: string | null;
  placeCode: string;
}

function PersonEdit({ person, onClose }: { person: Person | null; onClose: () => void }) {
  const me = useMe();
  const cache = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [id] = useState(() => person?.id ?? newId(me.countyCode));
  const [refusal, setRefusal] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  async function save({ name, phone, placeCode }: Values) {
    setSending(true);
    setRefusal(null);
    try {
      await client.call('savePerson', {
        params: { id },
        body: { name, phone: phone?.trim() || null, placeCode },
      });
      cache.invalidateQueries({ queryKey: ['listPeople'] });
      onClose();
    } catch (error) {
      showBesideFields(form, error, ['name', 'phone', 'placeCode']);
      setRefusal(error);
    } finally {
      setSending(false);
    }
  }
  return (
    <section
      className="post-act"
      aria-label={person ? '修改人员' : '登记人员'}
      style={{ marginBottom: '1.1rem' }}
    >
      {refusal !== null && <Refusal error={refusal} />}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={person ?? {}}
        onFinish={save}
      >
        <Form.Item
          name="name"
          label="姓名"
          rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="phone" label="电话（可不填）">
          <Input maxLength={20} inputMode="tel" />
        </Form.Item>
        <Form.Item name="placeCode" label="所在地" rules={[{ required: true, message: '请选择所在地' }]}>
          <PlaceSelect within={me.countyCode} />
        </Form.Item>
        <div className="row">
          <Button type="primary" htmlType="submit" loading={sending}>
            保存
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </Form>
    </section>
  );
}

export default permitted('people.read', People);
