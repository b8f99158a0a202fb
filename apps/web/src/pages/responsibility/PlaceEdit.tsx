import { placeKindLabels } from '@qingshan/contract';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { client } from '../../api/client.ts';
import { MapView, type Spot } from '../../map/MapView.tsx';
import { Refusal } from '../../parts/Answer.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { useMe } from '../../session/me.tsx';
import { cornersFrom, nextCode, polygonOf, spotsFromText, textOfSpots } from './outline.ts';
import type { PlaceDetail } from './PlacePage.tsx';

const kinds = ['group', 'household', 'grid', 'plot'] as const;
type Kind = (typeof kinds)[number];

interface Props {
  place: PlaceDetail;
  adding: boolean;
  onClose: () => void;
}

/** A group, household, grid or plot: its name, and its outline drawn on the map or typed as coordinates. */
export default function PlaceEdit({ place, adding, onClose }: Props) {
  const me = useMe();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const codes = useMemo(() => place.children.map((child) => child.code), [place.children]);
  const [kind, setKind] = useState<Kind>(adding ? 'grid' : (place.kind as Kind));
  const [corners, setCorners] = useState<Spot[]>(adding ? [] : cornersFrom(place.boundary));
  const [refusal, setRefusal] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const shapes = useMemo(() => (adding && place.boundary ? [place.boundary] : []), [adding, place.boundary]);

  async function save({ name, code }: { name: string; code: string }) {
    setSending(true);
    setRefusal(null);
    try {
      const saved = await client.call('savePlace', {
        params: { code },
        body: {
          name,
          kind,
          position: corners.length === 1 ? (corners[0] ?? null) : adding ? null : place.position,
          boundary: polygonOf(corners),
        },
      });
      message.success(`已保存“${saved.name}”`);
      cache.invalidateQueries({ queryKey: ['getPlace'] });
      cache.invalidateQueries({ queryKey: ['searchPlaces'] });
      onClose();
    } catch (error) {
      setRefusal(error);
    } finally {
      setSending(false);
    }
  }
  return (
    <Panel title={adding ? `在${place.name}新建` : `修改${place.name}`} className="editor">
      {refusal !== null && <Refusal error={refusal} />}
      <Form
        layout="vertical"
        requiredMark={false}
        key={kind}
        initialValues={
          adding ? { code: nextCode(place.code, kind, codes) } : { name: place.name, code: place.code }
        }
        onFinish={save}
      >
        <div className="edit-columns">
          <div>
            {adding && (
              <Form.Item label="种类">
                <Radio.Group
                  value={kind}
                  onChange={(event) => setKind(event.target.value)}
                  options={kinds
                    .filter((one) => one !== 'household')
                    .map((value) => ({ value, label: placeKindLabels[value] }))}
                />
              </Form.Item>
            )}
            <Form.Item
              name="name"
              label="名称"
              rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
            >
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name="code" label="代码" rules={[{ required: true, message: '请填写代码' }]}>
              <Input readOnly={!adding} maxLength={20} />
            </Form.Item>
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is inside */}
            <label>
              边界顶点（每行一个：经度,纬度）
              <Input.TextArea
                key={corners.length}
                defaultValue={textOfSpots(corners)}
                autoSize={{ minRows: 4, maxRows: 10 }}
                onBlur={(event) => setCorners(spotsFromText(event.target.value))}
              />
            </label>
            <p className="row">
              <Button onClick={() => setCorners(corners.slice(0, -1))} disabled={corners.length === 0}>
                撤销一点
              </Button>
              <Button onClick={() => setCorners([])} disabled={corners.length === 0}>
                清除边界
              </Button>
            </p>
          </div>
          <MapView
            county={me.countyCode}
            shapes={shapes}
            corners={corners}
            area={place.box ?? me.area}
            onPick={(spot) => setCorners((before) => [...before, spot])}
            label="在地图上逐点画出边界"
          />
        </div>
        <div className="row">
          <Button type="primary" htmlType="submit" loading={sending}>
            保存
          </Button>
          <Button onClick={onClose}>取消</Button>
          <span className="quiet">在地图上逐点单击画边界，三点以上成面；一点为位置。</span>
        </div>
      </Form>
    </Panel>
  );
}
