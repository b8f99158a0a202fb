import {
  type Answer as AnswerOf,
  type Endpoints,
  newId,
  ServerRefusal,
  zoneKindLabels,
} from '@qingshan/contract';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { Refusal } from '../../parts/Answer.tsx';
import { showBesideFields } from '../../parts/formRefusal.ts';
import { Panel } from '../../parts/Panel.tsx';
import { PlaceSelect } from '../../parts/PlaceSelect.tsx';
import { PlacesSelect } from '../../parts/PlacesSelect.tsx';
import { useMe } from '../../session/me.tsx';

export type Zone = AnswerOf<Endpoints['listZones']>['zones'][number];

const kinds = Object.entries(zoneKindLabels).map(([value, label]) => ({ value, label }));

interface Values {
  name: string;
  kind: string;
  townCode: string;
  villages: { code: string; name: string }[];
}

interface Props {
  /** null: a new one. */
  zone: Zone | null;
  town: string | undefined;
  onClose: () => void;
}

/** A zone and its villages; villages that lie in another zone are moved in one act, once that is said. */
export default function ZoneEdit({ zone, town, onClose }: Props) {
  const me = useMe();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [id] = useState(() => zone?.id ?? newId(me.countyCode));
  const [refusal, setRefusal] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const lieElsewhere = refusal instanceof ServerRefusal && Array.isArray(refusal.problem.details?.villages);

  async function save({ name, kind, townCode, villages }: Values, moveVillages: boolean) {
    setSending(true);
    setRefusal(null);
    try {
      const saved = await client.call('saveZone', {
        params: { id },
        body: { name, kind, townCode, villages: villages.map(({ code }) => code), moveVillages },
      });
      message.success(`已保存“${saved.name}”，${saved.villages.length} 个村`);
      for (const operation of ['listZones', 'getPlace', 'getResponsible'])
        cache.invalidateQueries({ queryKey: [operation] });
      onClose();
    } catch (error) {
      showBesideFields(form, error, ['name', 'kind', 'townCode', 'villages']);
      setRefusal(error);
    } finally {
      setSending(false);
    }
  }
  return (
    <Panel title={zone ? `修改${zone.name}` : '新建片区'} className="editor">
      {refusal !== null && <Refusal error={refusal} />}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={zone ?? { townCode: town, villages: [] }}
        onFinish={(values) => save(values, false)}
      >
        <Form.Item
          name="name"
          label="片区名称"
          rules={[{ required: true, whitespace: true, message: '请填写片区名称' }]}
        >
          <Input maxLength={60} placeholder="如 滨河片" />
        </Form.Item>
        <Form.Item name="kind" label="类型" rules={[{ required: true, message: '请选择类型' }]}>
          <Select options={kinds} placeholder="请选择" />
        </Form.Item>
        <Form.Item name="townCode" label="乡镇" rules={[{ required: true, message: '请选择乡镇' }]}>
          <PlaceSelect within={me.countyCode} />
        </Form.Item>
        <Form.Item name="villages" label="包含的村（只能是本镇的）">
          <PlacesSelect within={me.countyCode} max={200} />
        </Form.Item>
        <div className="row">
          <Button type="primary" htmlType="submit" loading={sending}>
            保存
          </Button>
          {lieElsewhere && <Button onClick={() => save(form.getFieldsValue(), true)}>移入本片区</Button>}
          <Button onClick={onClose}>取消</Button>
        </div>
      </Form>
    </Panel>
  );
}
