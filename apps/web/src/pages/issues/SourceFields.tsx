import {
  channelLabels,
  inspectionLevelLabels,
  type Source,
  type SourceField,
  sourceFieldLabels,
  sourceRow,
} from '@qingshan/contract';
import { Form, Input, Select } from 'antd';
import { DayInput } from '../../parts/DayInput.tsx';
import { today } from '../../parts/time.ts';

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

function control(field: SourceField) {
  if (field === 'inspectionLevel')
    return <Select options={optionsOf(inspectionLevelLabels)} placeholder="请选择" />;
  if (field === 'channel') return <Select options={optionsOf(channelLabels)} placeholder="请选择" />;
  if (field === 'dueOn') return <DayInput min={today()} />;
  if (field === 'requirement')
    return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />;
  if (field === 'reporterPhone') return <Input inputMode="tel" maxLength={20} />;
  return <Input maxLength={field === 'origin' ? 200 : field === 'documentNumber' ? 60 : 40} />;
}

/** The source's own fields, as its table says; those with a star must be filled. */
export function SourceFields({ source }: { source: Source }) {
  const { requiredFields, optionalFields } = sourceRow(source);
  return (
    <>
      {[...requiredFields, ...optionalFields].map((field) => {
        const required = requiredFields.includes(field);
        const label = sourceFieldLabels[field];
        return (
          <Form.Item
            key={field}
            name={['fields', field]}
            label={required ? label : `${label}（可不填）`}
            rules={[
              { required, message: `请填写${label}` },
              ...(field === 'reporterPhone'
                ? [{ pattern: /^\s*[0-9+\- ]{5,20}\s*$/, message: '电话号码格式不对' }]
                : []),
            ]}
          >
            {control(field)}
          </Form.Item>
        );
      })}
    </>
  );
}
