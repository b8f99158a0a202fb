import { type Answer as AnswerOf, type Endpoints, newId } from '@qingshan/contract';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useMemo, useState } from 'react';
import { client } from '../../api/client.ts';
import { MapView, type Spot } from '../../map/MapView.tsx';
import { Refusal } from '../../parts/Answer.tsx';
import { showBesideFields } from '../../parts/formRefusal.ts';
import { Panel } from '../../parts/Panel.tsx';
import { PlacesSelect } from '../../parts/PlacesSelect.tsx';
import { useMe } from '../../session/me.tsx';
import { lineOf, pointsOfLine, spotsFromText, textOfSpots } from './outline.ts';

export type Reach = AnswerOf<Endpoints['listReaches']>['items'][number];

interface Values {
  river: string;
  name: string;
  villages: { code: string; name: string }[];
}

interface Props {
  /** null: a new one. */
  reach: Reach | null;
  onClose: () => void;
}

/** A reach of a river: drawn click by click along the river, the villages that it passes join in by themselves. */
export default function ReachEdit({ reach, onClose }: Props) {
  const me = useMe();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [id] = useState(() => reach?.id ?? newId(me.countyCode));
  const [points, setPoints] = useState<Spot[]>(() => pointsOfLine(reach?.line));
  const [refusal, setRefusal] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const opening = useMemo(() => (reach?.line ? [reach.line] : []), [reach]);

  async function draw(spot: Spot) {
    setPoints((before) => [...before, spot]);
    const found = await client
      .call('locatePlace', { query: { ...spot, county: me.countyCode } })
      .catch(() => null);
    const village =
      found?.exact && found.path.find((step) => step.code.length === 12 && !step.code.endsWith('000'));
    const chosen = form.getFieldValue('villages') ?? [];
    if (village && !chosen.some((one: { code: string }) => one.code === village.code))
      form.setFieldValue('villages', [...chosen, village]);
  }
  async function save({ river, name, villages }: Values) {
    setSending(true);
    setRefusal(null);
    try {
      const saved = await client.call('saveReach', {
        params: { id },
        body: { river, name, villages: villages.map(({ code }) => code), line: lineOf(points) },
      });
      message.success(`已保存“${saved.name}”${saved.lengthKm === null ? '' : `，长 ${saved.lengthKm} km`}`);
      for (const operation of ['listReaches', 'getResponsible', 'getPlace'])
        cache.invalidateQueries({ queryKey: [operation] });
      onClose();
    } catch (error) {
      showBesideFields(form, error, ['river', 'name', 'villages']);
      setRefusal(error);
    } finally {
      setSending(false);
    }
  }
  return (
    <Panel title={reach ? `修改${reach.name}` : '新建河段'} className="editor">
      {refusal !== null && <Refusal error={refusal} />}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={reach ?? { villages: [] }}
        onFinish={save}
      >
        <div className="edit-columns">
          <div>
            <Form.Item
              name="river"
              label="河流"
              rules={[{ required: true, whitespace: true, message: '请填写河流名称' }]}
            >
              <Input maxLength={60} placeholder="如 清溪河" />
            </Form.Item>
            <Form.Item
              name="name"
              label="河段名称"
              rules={[{ required: true, whitespace: true, message: '请填写河段名称' }]}
            >
              <Input maxLength={60} placeholder="如 清溪河柳湾段" />
            </Form.Item>
            <Form.Item name="villages" label="流经村" rules={[{ required: true, message: '请至少选一个村' }]}>
              <PlacesSelect within={me.countyCode} max={200} />
            </Form.Item>
            <details>
              <summary>用坐标输入（{points.length} 个点）</summary>
              {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is inside */}
              <label>
                每行一个点：经度,纬度
                <Input.TextArea
                  key={points.length}
                  defaultValue={textOfSpots(points)}
                  autoSize={{ minRows: 4, maxRows: 10 }}
                  onBlur={(event) => setPoints(spotsFromText(event.target.value))}
                />
              </label>
            </details>
            <p className="row">
              <Button onClick={() => setPoints(points.slice(0, -1))} disabled={points.length === 0}>
                撤销一点
              </Button>
              <Button onClick={() => setPoints([])} disabled={points.length === 0}>
                重画
              </Button>
            </p>
          </div>
          <MapView
            county={me.countyCode}
            shapes={opening}
            corners={points}
            draws="line"
            area={me.area}
            onPick={draw}
            label="沿河逐点画出河段"
          />
        </div>
        <div className="row">
          <Button type="primary" htmlType="submit" loading={sending}>
            保存
          </Button>
          <Button onClick={onClose}>取消</Button>
          <span className="quiet">
            在地图上沿河逐点单击，经过的村会自动加上，长度自动算出；也可以只选村不画线。
          </span>
        </div>
      </Form>
    </Panel>
  );
}
