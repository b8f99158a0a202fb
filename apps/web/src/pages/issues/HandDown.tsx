import {
  type Answer as AnswerOf,
  type Endpoints,
  type IssueKind,
  newId,
  type SourceFields as SourceFieldValues,
  type UploadedFile,
} from '@qingshan/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { client } from '../../api/client.ts';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { useDraft } from '../../drafts/useDraft.ts';
import { Refusal } from '../../parts/Answer.tsx';
import { PhotoField } from '../../parts/PhotoField.tsx';
import { PlacesSelect } from '../../parts/PlacesSelect.tsx';
import { useMe } from '../../session/me.tsx';
import { KindSelect } from './KindSelect.tsx';
import { SourceFields } from './SourceFields.tsx';
import './raise.css';

interface Values {
  places?: { code: string; name: string }[];
  kind?: IssueKind;
  title?: string;
  description?: string;
  fields?: SourceFieldValues;
  photos?: UploadedFile[];
}

interface Kept {
  values: Values;
  /** One id per place, so that sending again creates nothing twice. */
  ids: Record<string, string>;
}

type Results = AnswerOf<Endpoints['handDown']>['results'];

export default function HandDown() {
  const me = useMe();
  const cache = useQueryClient();
  const [form] = Form.useForm<Values>();
  const { found, keep, forget } = useDraft<Kept>('issue.handDown');
  const ids = useRef<Record<string, string>>(found?.value.ids ?? {});
  const busy = useRef(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [done, setDone] = useState<{ results: Results; names: Map<string, string> } | null>(null);

  async function send(values: Values) {
    const { kind, places = [] } = values;
    if (busy.current || !kind) return;
    busy.current = true;
    setSending(true);
    setRefusal(null);
    const idOf = (code: string) => {
      ids.current[code] ??= newId(me.countyCode);
      return ids.current[code];
    };
    try {
      const items = places.map(({ code }) => ({
        id: idOf(code),
        title: values.title?.trim() ?? '',
        description: values.description ?? '',
        kind,
        source: 'inspection' as const,
        placeCode: code,
        fields: values.fields ?? {},
        photos: (values.photos ?? []).map((photo) => photo.sha256),
      }));
      keep({ values, ids: ids.current });
      const { results } = await client.call('handDown', { body: { items } });
      setDone({ results, names: new Map(places.map(({ code, name }) => [idOf(code), name])) });
      if (results.every((result) => result.ok)) forget();
      for (const operation of ['listIssues', 'getToday', 'getOverview'])
        cache.invalidateQueries({ queryKey: [operation] });
    } catch (error) {
      setRefusal(error);
    } finally {
      busy.current = false;
      setSending(false);
    }
  }
  function another() {
    ids.current = {};
    forget();
    form.resetFields();
    setDone(null);
  }

  if (done) {
    const failed = done.results.filter((result) => !result.ok).length;
    return (
      <>
        <PageTitle title="下发结果" />
        <p role="status">
          {failed ? `${failed} 件没有下发成功，原因见下。` : `${done.results.length} 件全部下发。`}
        </p>
        <ul className="batch-results panel">
          {done.results.map((result) => (
            <li key={result.id} className={result.ok ? 'ok' : 'failed'}>
              <span aria-hidden="true">{result.ok ? '✓' : '✕'}</span> {done.names.get(result.id)}{' '}
              {result.ok ? <Link to={`/issues/${result.id}`}>{result.number}</Link> : null} {result.message}
            </li>
          ))}
        </ul>
        <p className="row" style={{ marginTop: '1rem' }}>
          {failed > 0 && <Button onClick={() => setDone(null)}>返回修改后重发</Button>}
          <Button type="primary" onClick={another}>
            再下发一批
          </Button>
        </p>
      </>
    );
  }
  return (
    <>
      <PageTitle title="下发督查问题" />
      <p className="quiet">同一要求可一次下发到多个乡镇或村，每个地方各成一件，由下发方验收销号。</p>
      {refusal !== null && <Refusal error={refusal} />}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="raise"
        initialValues={found?.value.values ?? {}}
        onValuesChange={(_, values) => keep({ values, ids: ids.current })}
        onFinish={send}
        scrollToFirstError
      >
        <div className="raise-left">
          <Form.Item name="places" label="下发到" rules={[{ required: true, message: '请选择乡镇或村' }]}>
            <PlacesSelect within={me.countyCode} max={50} />
          </Form.Item>
          <Form.Item name="kind" label="问题类型" rules={[{ required: true, message: '请选择问题类型' }]}>
            <KindSelect />
          </Form.Item>
          <Form.Item
            name="title"
            label="标题"
            rules={[{ required: true, whitespace: true, message: '请填写标题' }]}
          >
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item name="description" label="情况说明（可不填）">
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={4000} />
          </Form.Item>
          <Form.Item name="photos" label="照片或附件">
            <PhotoField />
          </Form.Item>
        </div>
        <div className="raise-right">
          <SourceFields source="inspection" />
          <Button type="primary" htmlType="submit" className="big" block loading={sending}>
            下发
          </Button>
        </div>
      </Form>
    </>
  );
}
