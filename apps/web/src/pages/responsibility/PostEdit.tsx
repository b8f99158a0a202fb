import { newId, type PostKind, postKindCodes, postKinds } from '@qingshan/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { client } from '../../api/client.ts';
import { useAsk } from '../../api/useAsk.ts';
import { Refusal } from '../../parts/Answer.tsx';
import { showBesideFields } from '../../parts/formRefusal.ts';
import { PlaceSelect } from '../../parts/PlaceSelect.tsx';
import { useMe } from '../../session/me.tsx';

interface Values {
  kind: PostKind;
  title: string;
  placeCode: string;
  zoneId?: string | null;
  reachId?: string | null;
  reportsToId?: string | null;
}

interface Props {
  post: (Values & { id: string; reportsToTitle: string | null }) | null;
  onClose: () => void;
}

/** A new post, or another title, place or superior for one. */
export default function PostEdit({ post, onClose }: Props) {
  const me = useMe();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [id] = useState(() => post?.id ?? newId(me.countyCode));
  const [refusal, setRefusal] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const [words, setWords] = useState('');
  const superiors = useAsk(
    'listPosts',
    { query: { q: words, size: 30 } },
    { enabled: words.length > 0, keepLast: true },
  );
  const zones = useAsk('listZones', {});
  const reaches = useAsk('listReaches', {});
  const options = (superiors.data?.items ?? []).map(({ id: value, title, placeName }) => ({
    value,
    label: `${title} · ${placeName}`,
  }));
  if (post?.reportsToId && post.reportsToTitle && !options.some(({ value }) => value === post.reportsToId)) {
    options.unshift({ value: post.reportsToId, label: post.reportsToTitle });
  }
  async function save(values: Values) {
    setSending(true);
    setRefusal(null);
    try {
      await client.call('savePost', {
        params: { id },
        body: {
          ...values,
          zoneId: values.zoneId ?? null,
          reachId: values.reachId ?? null,
          reportsToId: values.reportsToId ?? null,
        },
      });
      for (const operation of ['listPosts', 'getPost', 'listZones', 'listReaches'])
        cache.invalidateQueries({ queryKey: [operation] });
      onClose();
      navigate(`/posts/${id}`);
    } catch (error) {
      showBesideFields(form, error, ['kind', 'title', 'placeCode', 'zoneId', 'reachId', 'reportsToId']);
      setRefusal(error);
    } finally {
      setSending(false);
    }
  }
  return (
    <section className="post-act" aria-label={post ? '修改岗位' : '新建岗位'}>
      {refusal !== null && <Refusal error={refusal} />}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={post ?? {}}
        onFinish={save}
      >
        <Form.Item name="kind" label="岗位种类" rules={[{ required: true, message: '请选择岗位种类' }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={postKindCodes.map((value) => ({ value, label: postKinds[value].label }))}
            placeholder="请选择"
          />
        </Form.Item>
        <Form.Item
          name="title"
          label="岗位名称"
          rules={[{ required: true, whitespace: true, message: '请填写岗位名称' }]}
        >
          <Input maxLength={60} placeholder="如 柳湾村村支书" />
        </Form.Item>
        <Form.Item name="placeCode" label="地点" rules={[{ required: true, message: '请选择地点' }]}>
          <PlaceSelect within={me.countyCode} />
        </Form.Item>
        <Form.Item name="zoneId" label="片区（片长才填）">
          <Select
            allowClear
            options={(zones.data?.zones ?? []).map(({ id: value, name: label }) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item name="reachId" label="河段（河长才填）">
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={(reaches.data?.items ?? []).map(({ id: value, name: label }) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item name="reportsToId" label="上级岗位（可不填）">
          <Select
            allowClear
            showSearch={{ filterOption: false, onSearch: setWords }}
            options={options}
            placeholder="输入岗位名称查找"
          />
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
