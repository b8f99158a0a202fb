import { type Answer as AnswerOf, type Endpoints, MOST_DAYS_BACK, newId } from '@qingshan/contract';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import { client } from '../../api/client.ts';
import { Refusal } from '../../parts/Answer.tsx';
import { DayInput } from '../../parts/DayInput.tsx';
import { showBesideFields } from '../../parts/formRefusal.ts';
import { dayPlus, today } from '../../parts/time.ts';
import { useMe } from '../../session/me.tsx';
import { PersonSelect } from './PersonSelect.tsx';

export type TermAct = 'start' | 'end' | 'handOver' | 'cancel' | 'correct';

interface Props {
  post: { id: string; title: string; openIssues: number };
  act: TermAct;
  /** The term that is ended, handed over, cancelled or corrected; null for a new one. */
  term: Term | null;
  onClose: () => void;
}

interface Values {
  personId?: string;
  day: string;
  to?: string;
  reason?: string;
  reopenPrevious?: boolean;
}

type Term = AnswerOf<Endpoints['getPost']>['terms'][number];

const titles = {
  start: '任职',
  end: '卸任',
  handOver: '交接',
  cancel: '撤销任职',
  correct: '更正任期',
} as const;
const days = { start: '任职日', end: '最后一天', handOver: '接任第一天', correct: '任职日' } as const;

/** Start a term, end one, hand a post over with its open work, take back or correct what was entered, each in one act. */
export function TermForm({ post, act, term, onClose }: Props) {
  const me = useMe();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [newTermId] = useState(() => newId(me.countyCode));
  const [refusal, setRefusal] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  const termId = term?.id ?? '';
  const day = Form.useWatch('day', form);
  const farBack = act === 'start' && Boolean(day) && day < dayPlus(today(), -MOST_DAYS_BACK);

  async function send({ personId = '', day, to, reason = '', reopenPrevious }: Values): Promise<string> {
    const params = { id: post.id };
    if (act === 'cancel') {
      await client.call('cancelTerm', {
        params,
        body: { termId, reason, reopenPrevious: reopenPrevious ?? false },
      });
      return `已撤销${term?.name ?? ''}的任职`;
    }
    if (act === 'correct') {
      const corrected = await client.call('correctTerm', {
        params,
        body: { termId, from: day, to: to || null, reason },
      });
      return `${corrected.name}的任期改为 ${corrected.from} 至 ${corrected.to ?? '今'}`;
    }
    if (act === 'start') {
      const started = await client.call('startTerm', {
        params,
        body: { id: newTermId, personId, from: day, to: to || null, ...(reason ? { reason } : {}) },
      });
      return `${started.name}自 ${started.from} 起任${post.title}`;
    }
    if (act === 'end') {
      const ended = await client.call('endTerm', { params, body: { termId, to: day, reason } });
      return `${ended.name}的任期到 ${ended.to} 结束`;
    }
    const passed = await client.call('handOver', {
      params,
      body: { termId, newTermId, toPersonId: personId, on: day, reason },
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
        {term && `：${term.name}`}
      </h2>
      {act === 'handOver' && (
        <p className="quiet">卸任、接任、移交 {post.openIssues} 件未办结问题一次办完。</p>
      )}
      {refusal !== null && <Refusal error={refusal} />}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={
          act === 'correct' && term ? { day: term.from, to: term.to ?? undefined } : { day: today() }
        }
        onFinish={submit}
      >
        {act === 'cancel' && term && (
          <>
            <p className="quiet">
              {term.from} 起的这条任职会被撤掉，{term.from > today() ? '到时不会生效' : '权限立即收回'}
              ；日志里留有记录。
            </p>
            <Form.Item name="reopenPrevious" valuePropName="checked">
              <Checkbox>前任继续任职（取消前任在 {term.from} 前一天的卸任）</Checkbox>
            </Form.Item>
          </>
        )}
        {(act === 'start' || act === 'handOver') && (
          <Form.Item
            name="personId"
            label={act === 'start' ? '任职人' : '接任人'}
            rules={[{ required: true, message: '请选择人员' }]}
          >
            <PersonSelect />
          </Form.Item>
        )}
        {act !== 'cancel' && (
          <Form.Item name="day" label={days[act]} rules={[{ required: true, message: '请选择日期' }]}>
            <DayInput disabled={act === 'correct' && !term?.mayCancel} />
          </Form.Item>
        )}
        {(act === 'start' || act === 'correct') && (
          <Form.Item name="to" label="任期止（可不填）">
            <DayInput />
          </Form.Item>
        )}
        {(act !== 'start' || farBack) && (
          <Form.Item
            name="reason"
            label={farBack ? `理由（补录 ${MOST_DAYS_BACK} 天以前的任职须写明）` : '理由'}
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
