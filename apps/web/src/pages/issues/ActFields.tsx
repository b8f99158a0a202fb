import {
  type IssueDetail,
  kindRow,
  type Need,
  needLabels,
  type Verb,
  whyNotPublic,
} from '@qingshan/contract';
import { Checkbox, Form, Input, Radio } from 'antd';
import { DayInput } from '../../parts/DayInput.tsx';
import { PhotoField } from '../../parts/PhotoField.tsx';
import { dayPlus, today } from '../../parts/time.ts';
import { takesPhotos } from './actValues.ts';
import { OwnerField } from './OwnerField.tsx';
import { PartsField } from './PartsField.tsx';
import { TargetField } from './TargetField.tsx';

interface Props {
  issue: IssueDetail;
  verb: Verb;
  needs: readonly Need[];
}

const required = (label: string) => ({ required: true, message: `请填写${label}` });

/** Refuses what would publish a private number; the server does too. */
const forAnyone = {
  validator: (_: unknown, words: string | undefined) => {
    const why = whyNotPublic(words ?? '');
    return why ? Promise.reject(new Error(why)) : Promise.resolve();
  },
};

/** What the field of an act's words is called where "内容" would say too little. */
const messageLabels: Partial<Record<Verb, string>> = {
  urge: '督促内容',
  reportBack: '整改情况',
  verify: '核查情况',
  applyClose: '申请说明',
  inspect: '验收意见',
  publicize: '公示内容',
  close: '销号意见',
  supplement: '补充内容',
};

const scores = [
  { value: 5, label: '5 分 很满意' },
  { value: 4, label: '4 分 满意' },
  { value: 3, label: '3 分 一般' },
  { value: 2, label: '2 分 不满意' },
  { value: 1, label: '1 分 很不满意' },
];

function Words({
  name,
  label,
  max,
  rows = 4,
  open = false,
}: {
  name: string | string[];
  label: string;
  max: number;
  rows?: number;
  /** Anyone will read it. */
  open?: boolean;
}) {
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ ...required(label), whitespace: true }, ...(open ? [forAnyone] : [])]}
    >
      <Input.TextArea
        autoSize={{ minRows: rows, maxRows: 14 }}
        maxLength={max}
        showCount={{ formatter: ({ count }) => (count > max * 0.8 ? `${count}/${max}` : '') }}
      />
    </Form.Item>
  );
}

export function ActFields({ issue, verb, needs }: Props) {
  const needed = (need: Need) => needs.includes(need);
  const { evidence } = kindRow(issue.kind);
  const there = issue.photos.filter((photo) => photo.phase === 'before').length;
  const before = needed('beforePhotos') ? Math.max(0, evidence.before - there) : 0;
  const photosNeeded = needed('afterPhotos') ? evidence.after : before;
  const photosLabel = needed('afterPhotos')
    ? needLabels.afterPhotos
    : before > 0
      ? needLabels.beforePhotos
      : null;
  return (
    <>
      {needed('owner') && <OwnerField issue={issue} />}
      {needed('target') && <TargetField issue={issue} />}
      {needed('parts') && <PartsField issue={issue} />}
      {needed('dueOn') && (
        <Form.Item name="dueOn" label={needLabels.dueOn} rules={[required(needLabels.dueOn)]}>
          <DayInput min={dayPlus(today(), 1)} />
        </Form.Item>
      )}
      {needed('score') && (
        <Form.Item name="score" label={needLabels.score} rules={[{ required: true, message: '请选择评分' }]}>
          <Radio.Group className="scores" options={scores} />
        </Form.Item>
      )}
      {needed('measure') && <Words name="measure" label={needLabels.measure} max={4000} />}
      {needed('publicTitle') && (
        <>
          <p className="caution">
            下面的标题和内容会原样登在公示栏，任何人不登录都能看到。请不要写姓名、电话、证件号和门牌；内部的问题标题、整改要求不会公开。
          </p>
          <Form.Item
            name="publicTitle"
            label={needLabels.publicTitle}
            rules={[{ ...required(needLabels.publicTitle), whitespace: true }, forAnyone]}
          >
            <Input maxLength={60} />
          </Form.Item>
        </>
      )}
      {needed('message') && (
        <Words
          name="message"
          label={messageLabels[verb] ?? needLabels.message}
          max={4000}
          open={needed('publicTitle')}
        />
      )}
      {needed('reason') && (
        <Words
          name="reason"
          label={verb === 'decline' ? '理由（反映人凭查询链接能看到）' : needLabels.reason}
          max={2000}
        />
      )}
      {needed('cause') && (
        <>
          <Words name={['cause', 'cause']} label="原因分析" max={2000} rows={3} />
          <Words name={['cause', 'improvement']} label="改进措施" max={2000} rows={3} />
          <Form.Item name={['cause', 'similarChecked']} valuePropName="checked">
            <Checkbox>已举一反三，排查同类问题</Checkbox>
          </Form.Item>
        </>
      )}
      {takesPhotos(verb, needs) && (
        <Form.Item
          name="photos"
          label={photosLabel ?? '照片或附件（可不传）'}
          {...(photosNeeded > 0 ? { extra: `至少 ${photosNeeded} 张，拍清现场` } : {})}
          rules={[
            {
              validator: (_, photos: unknown[] | undefined) =>
                (photos?.length ?? 0) >= photosNeeded
                  ? Promise.resolve()
                  : Promise.reject(new Error(`请至少上传 ${photosNeeded} 张照片`)),
            },
          ]}
        >
          <PhotoField />
        </Form.Item>
      )}
    </>
  );
}
