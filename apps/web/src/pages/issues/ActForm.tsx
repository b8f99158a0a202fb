import { type IssueDetail, newId, type Verb, verbRow, verbs } from '@qingshan/contract';
import { Button, Form } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useDraft } from '../../drafts/useDraft.ts';
import { showBesideFields } from '../../parts/formRefusal.ts';
import { moment } from '../../parts/time.ts';
import { useMe } from '../../session/me.tsx';
import { ActFields } from './ActFields.tsx';
import { type ActBody, type ActValues, bodyOf, firstValues } from './actValues.ts';
import type { ActRefusal } from './useAct.ts';

interface Props {
  issue: IssueDetail;
  verb: Verb;
  sending: boolean;
  refusal: ActRefusal | null;
  onAct: (verb: Verb, body: ActBody, actId: string) => Promise<boolean>;
  onClose: () => void;
}

interface Kept {
  values: ActValues;
  actId: string;
}

const fieldNames = [
  'reason',
  'publicTitle',
  'message',
  'measure',
  'cause',
  'score',
  'ownerPostId',
  'dueOn',
  'targetId',
  'parts',
  'photos',
];

/** The form of one act, made from what the loop table says it needs; its text is kept until it is sent. */
export function ActForm({ issue, verb, sending, refusal, onAct, onClose }: Props) {
  const me = useMe();
  const [form] = Form.useForm<ActValues>();
  const { found, keep, forget, full } = useDraft<Kept>(`issue.${issue.id}.${verb}`);
  const [actId] = useState(() => found?.value.actId ?? newId(me.countyCode));
  const frame = useRef<HTMLDivElement>(null);
  const { label, needs, back } = verbRow(verb);
  const possible = issue.may.includes(verb);

  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'nearest' });
    frame.current
      ?.querySelector<HTMLElement>('textarea, input:not([type=file])')
      ?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (refusal) showBesideFields(form, refusal.error, fieldNames);
  }, [refusal, form]);

  async function submit(values: ActValues) {
    if (await onAct(verb, bodyOf(values), actId)) {
      forget();
      onClose();
    }
  }

  return (
    <div className="act-form" ref={frame}>
      <h2>{verbs[verb].label}</h2>
      {refusal && (
        <p role="alert" className="refusal">
          {refusal.sentence}
          {refusal.overtaken && possible && '。页面已更新，您填写的内容还在，请核对后再提交。'}
        </p>
      )}
      {!possible && (
        <p className="caution" role="status">
          问题现在是“{issue.next ? verbs[issue.next.verb].label : '已结束'}”环节，不能再{label}
          。您填写的内容已保留，可复制后取消。
        </p>
      )}
      {found && (
        <p className="quiet">已恢复 {moment(new Date(found.savedAtMs).toISOString())} 未提交的内容</p>
      )}
      {full && <p className="caution">本机存储已满，草稿没有保存，请尽快提交。</p>}
      <Form<ActValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={found?.value.values ?? firstValues(issue, verb)}
        onValuesChange={(_, values) => keep({ values, actId })}
        onFinish={submit}
        scrollToFirstError
      >
        <ActFields issue={issue} verb={verb} needs={needs} />
        <div className="act-buttons">
          <Button
            type="primary"
            htmlType="submit"
            danger={back === true}
            loading={sending}
            disabled={!possible}
            className="big"
          >
            {label}
          </Button>
          <Button className="big" onClick={onClose}>
            取消
          </Button>
        </div>
      </Form>
    </div>
  );
}
