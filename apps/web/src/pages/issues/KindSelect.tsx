import { categories, type IssueKind, issueKindCodes, issueKinds } from '@qingshan/contract';
import { Select } from 'antd';

const options = Object.entries(categories).map(([category, label]) => ({
  label,
  options: issueKindCodes
    .filter((kind) => issueKinds[kind].category === category)
    .map((kind) => ({ value: kind, label: issueKinds[kind].label })),
}));

interface Props {
  id?: string;
  value?: IssueKind;
  onChange?: (kind: IssueKind) => void;
}

/** One kind of the catalogue, grouped by category, found by words. */
export function KindSelect({ value, ...rest }: Props) {
  return (
    <Select
      {...rest}
      value={value ?? null}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="选择或输入类型，如 垃圾、排污口"
      options={options}
    />
  );
}
