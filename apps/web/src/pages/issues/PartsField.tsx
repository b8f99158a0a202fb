import { type IssueDetail, issueKindCodes, issueKinds, newId, townOf } from '@qingshan/contract';
import { Button, Form, Input, Select } from 'antd';
import { PlaceSelect } from '../../parts/PlaceSelect.tsx';
import { useMe } from '../../session/me.tsx';

const kindOptions = issueKindCodes.map((value) => ({ value, label: issueKinds[value].label }));

/** The problems that this one is split into: at least two, each with a title; place and kind as here unless chosen. */
export function PartsField({ issue }: { issue: IssueDetail }) {
  const { countyCode } = useMe();
  const part = () => ({ id: newId(countyCode), title: '' });
  return (
    <Form.List name="parts" initialValue={[part(), part()]}>
      {(fields, { add, remove }) => (
        <fieldset className="parts">
          <legend>拆分内容</legend>
          {fields.map(({ key, name }, index) => (
            <div key={key} className="part">
              <Form.Item
                name={[name, 'title']}
                label={`第 ${index + 1} 件标题`}
                rules={[{ required: true, whitespace: true, message: '请填写标题' }]}
              >
                <Input maxLength={80} />
              </Form.Item>
              <Form.Item name={[name, 'kind']} label={`第 ${index + 1} 件类型（不选则同原件）`}>
                <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={kindOptions} />
              </Form.Item>
              <Form.Item name={[name, 'placeCode']} label={`第 ${index + 1} 件地点（不选则同原件）`}>
                <PlaceSelect within={townOf(issue.placeCode) ?? countyCode} allowClear />
              </Form.Item>
              {fields.length > 2 && (
                <Button size="small" onClick={() => remove(name)}>
                  去掉这件
                </Button>
              )}
            </div>
          ))}
          {fields.length < 10 && (
            <Button onClick={() => add(part())} block>
              再加一件
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}
