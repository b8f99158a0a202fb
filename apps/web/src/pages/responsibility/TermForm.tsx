import { newId } from '@qingshan/contract';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import { client } from '../../api/client.ts';
import { Refusal } from '../../parts/Answer.tsx';
import { DayInput } from '../../parts/DayInput.tsx';
import { showBesideFields } from '../../parts/formRefusal.ts';
import { today } from '../../parts/time.ts';
import { useMe } from '../../session/me.tsx';
import { PersonSelect } from './PersonSelect.tsx';

export type TermAct = 'start' | 'end' | 'handOver';

interface Props {
  post: { id: string; title: string; openIssues: number; holders: { termId: string; name: string }[] };
  act: TermAct;
  termId: string | null;
  onClose: () => void;
}

interface Values {
  personId?: string;
  day: string;
  to?: string;
  reason?: string;
}

const titles = { start: '任职', end: '卸任', handOver: '交接' } as const;
const days = { start: '任职日', end: '最后一天', handOver: '接任第一天' } as const;

/** Start a term, end one, or hand a post over with its open work, each in one act. */
export function TermForm({ post, act, termId, onClose }: Props) {
  const me = useMe();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [newTermId] = useState(() => newId(me.countyCode));
  const [refusal, setRefusal] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  const holder = post.holders.find((one) => one.termId === termId)?.name;

  async function send({ personId = '', day, to, reason = '' }: Values): Promise<string> {
    const params = { id: post.id };
    if (act === 'start') {
      const started = await client.call('startTerm', {
        params,
        body: { id: newTermId, personId, from: day, to: to || null },
      });
      return `${started.name}自 ${started.from} 起任${post.title}`;
    }
    if (act === 'end') {
      const ended = await client.call('endTerm', { params, body: { termId: termId ?? '', to: day, reason } });
      return `${ended.name}的任期到 ${ended.to} 结束`;
    }
    const passed = await client.call('handOver', {
      params,
      body: { termId: termId ?? '', newTermId, toPersonId: personId, on: day, reason },
    });
    return `已交接给${passed.started.name}，移交未办结问题 ${passed.openIssuesPassed} 件`;
  }
  async function submit(values: Values) {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    setRefusal(null);
    try {
      message.success(await send(values));
      for (const operation of [
        'getPost',
        'listPosts',
        'getPlace',
        'getResponsible',
        'listZones',
        'listPeople',
      ]) {
        cache.invalidateQueries({ queryKey: [operation] });
      }
      onClose();
    } catch (error) {
      showBesideFields(form, error, ['reason']);
      setRefusal(error);
    } finally {
      busy.current = false;
      setSending(false);
    }
  }
  return (
    <section className="post-act" aria-label={titles[act]}>
      <h2>
        {titles[act]}
        {holder && `：${holder}`}
      </h2>
      {act === 'handOver' && (
        <p className="quiet">卸任、接任、移交 {post.openIssues} 件未办结问题一次办完。</p>
      )}
      {refusal !== null && <Refusal error={refusal} />}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ day: today() }}
        onFinish={submit}
      >
        {act !== 'end' && (
          <Form.Item
            name="personId"
            label={act === 'start' ? '任职人' : '接任人'}
            rules={[{ required: true, message: '请选择人员' }]}
          >
            <PersonSelect />
          </Form.Item>
        )}
        <Form.Item name="day" label={days[act]} rules={[{ required: true, message: '请选择日期' }]}>
          <DayInput />
        </Form.Item>
        {act === 'start' && (
          <Form.Item name="to" label="任期止（可不填）">
            <DayInput />
          </Form.Item>
        )}
        {act !== 'start' && (
          <Form.Item
            name="reason"
            label="理由"
            rules={[{ required: true, whitespace: true, min: 2, message: '请写明理由' }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
          </Form.Item>
        )}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={sending}>
            确定{titles[act]}
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </Form>
    </section>
  );
}
