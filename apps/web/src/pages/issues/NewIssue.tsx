import {
  type IssueKind,
  kindRow,
  newId,
  type Source,
  type SourceFields as SourceFieldValues,
  sourceCodes,
  sources,
  type UploadedFile,
} from '@qingshan/contract';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio } from 'antd';
import { useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/useAsk.ts';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { useDraft } from '../../drafts/useDraft.ts';
import { Refusal } from '../../parts/Answer.tsx';
import { showBesideFields } from '../../parts/formRefusal.ts';
import { PhotoField } from '../../parts/PhotoField.tsx';
import { moment } from '../../parts/time.ts';
import { useMe } from '../../session/me.tsx';
import { onlyPlace } from '../../session/reach.ts';
import { KindSelect } from './KindSelect.tsx';
import { SourceFields } from './SourceFields.tsx';
import { Suggestion } from './Suggestion.tsx';
import { type Where, WhereField } from './WhereField.tsx';
import './raise.css';

interface Values {
  kind?: IssueKind;
  title?: string;
  description?: string;
  source: Source;
  where?: Where;
  fields?: SourceFieldValues;
  photos?: UploadedFile[];
}

interface Kept {
  id: string;
  values: Values;
}

/** `柳湾村`, `二组` and 垃圾乱倒 make a title when none was typed. */
function titleFor(path: readonly string[], kind: IssueKind | undefined): string {
  return `${path.slice(-2).join('')}${kind ? kindRow(kind).label : '问题'}`.slice(0, 80);
}

export default function NewIssue() {
  const me = useMe();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [search] = useSearchParams();
  const [form] = Form.useForm<Values>();
  const { found, keep, forget, full } = useDraft<Kept>('issue.new');
  const [id, setId] = useState(() => found?.value.id ?? newId(me.countyCode));
  const [refusal, setRefusal] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  const mySources = sourceCodes.filter((code) =>
    sources[code].raiseBy.some((role) => (me.roles as string[]).includes(role)),
  );
  const atFirst: Values = { source: mySources[0] ?? 'village' };
  const place = search.get('place') ?? onlyPlace(me.reach);
  if (place) atFirst.where = { placeCode: place };
  const values = Form.useWatch([], form) as Values | undefined;
  const placeCode = values?.where?.placeCode;
  const chosen = useAsk(
    'getResponsible',
    { params: { code: placeCode ?? '' } },
    { enabled: placeCode !== undefined, staleMs: 300_000 },
  );
  const path = (chosen.data?.path ?? []).map((step) => step.name);
  const photosNeeded = values?.kind ? kindRow(values.kind).evidence.before : 0;
  const photoSpot = values?.photos?.find((photo) => photo.position)?.position ?? null;

  async function raise(given: Values) {
    if (busy.current || !given.kind || !given.where?.placeCode) return;
    busy.current = true;
    setSending(true);
    setRefusal(null);
    try {
      const issue = await client.call('raiseIssue', {
        body: {
          id,
          title: given.title?.trim() || titleFor(path, given.kind),
          description: given.description ?? '',
          kind: given.kind,
          source: given.source,
          placeCode: given.where.placeCode,
          ...(given.where.position ? { position: given.where.position } : {}),
          fields: Object.fromEntries(Object.entries(given.fields ?? {}).filter(([, text]) => text)),
          photos: (given.photos ?? []).map((photo) => photo.sha256),
        },
      });
      forget();
      for (const operation of ['listIssues', 'getToday', 'getOverview'])
        cache.invalidateQueries({ queryKey: [operation] });
      message.success(`已上报，编号 ${issue.number}`);
      navigate(`/issues/${issue.id}`);
    } catch (error) {
      showBesideFields(form, error, ['kind', 'title', 'description', 'source', 'fields', 'photos']);
      setRefusal(error);
      window.scrollTo({ top: 0 });
    } finally {
      busy.current = false;
      setSending(false);
    }
  }
  function startOver() {
    forget();
    setId(newId(me.countyCode));
    form.setFieldsValue({
      kind: undefined,
      title: '',
      description: '',
      where: {},
      photos: [],
      fields: {},
    } as never);
  }

  return (
    <>
      <PageTitle title="上报问题" />
      {refusal !== null && <Refusal error={refusal} />}
      {found && (
        <p className="hint row">
          已恢复 {moment(new Date(found.savedAtMs).toISOString())} 未提交的内容。
          <button type="button" className="plain boxed" onClick={startOver}>
            清空重填
          </button>
        </p>
      )}
      {full && <p className="caution">本机存储已满，草稿没有保存，请尽快提交。</p>}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="raise"
        initialValues={{ ...atFirst, ...found?.value.values }}
        onValuesChange={(_, all) => keep({ id, values: all })}
        onFinish={raise}
        scrollToFirstError
      >
        <div className="raise-left">
          <Form.Item
            name="photos"
            label="现场照片"
            {...(photosNeeded > 0
              ? { extra: `这类问题整改前至少要 ${photosNeeded} 张照片，现在没有可以以后补` }
              : {})}
          >
            <PhotoField />
          </Form.Item>
          <Form.Item name="kind" label="问题类型" rules={[{ required: true, message: '请选择问题类型' }]}>
            <KindSelect />
          </Form.Item>
          <Form.Item name="title" label="标题（不填则取地点和类型）">
            <Input maxLength={80} placeholder={titleFor(path, values?.kind)} />
          </Form.Item>
          <Form.Item name="description" label="情况说明（可不填）">
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={4000} />
          </Form.Item>
          <Form.Item name="source" label="问题来源" rules={[{ required: true, message: '请选择问题来源' }]}>
            <Radio.Group options={mySources.map((value) => ({ value, label: sources[value].label }))} />
          </Form.Item>
          {values?.source && <SourceFields source={values.source} />}
        </div>
        <div className="raise-right">
          <Form.Item
            name="where"
            label="地点"
            rules={[
              {
                validator: (_, where: Where | undefined) =>
                  where?.placeCode
                    ? Promise.resolve()
                    : Promise.reject(new Error('请选择地点，或在地图上点一下')),
              },
            ]}
          >
            <WhereField photoSpot={photoSpot} />
          </Form.Item>
          <Suggestion placeCode={values?.where?.placeCode} kind={values?.kind} />
          <Button type="primary" htmlType="submit" className="big" block loading={sending}>
            上报
          </Button>
          <p className="quiet">
            填写的内容随时保存在本机。 <Link to="/issues">回到台账</Link>
          </p>
        </div>
      </Form>
    </>
  );
}
