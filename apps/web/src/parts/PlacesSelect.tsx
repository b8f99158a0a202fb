import { Select } from 'antd';
import { useRef } from 'react';
import { usePlaceOptions } from './placeOptions.ts';

interface Props {
  id?: string;
  value?: { code: string; name: string }[];
  onChange?: (places: { code: string; name: string }[]) => void;
  within: string;
  max: number;
}

/** Several places found by words. */
export function PlacesSelect({ value = [], onChange, within, max, ...rest }: Props) {
  const { words, setWords, options, found, empty } = usePlaceOptions(within);
  const names = useRef(new Map<string, string>());
  for (const { code, name } of value) names.current.set(code, name);
  for (const option of options) names.current.set(option.value, option.label);
  const chosen = value.filter(({ code }) => !options.some((option) => option.value === code));
  // Those chosen before stand last: Enter after typing takes what was just found.
  const shown = [...options, ...chosen.map(({ code, name }) => ({ value: code, label: name }))];
  return (
    <Select
      {...rest}
      mode="multiple"
      maxCount={max}
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setWords, searchValue: words }}
      placeholder="选择或输入乡镇、村名称，可选多个"
      value={value.map(({ code }) => code)}
      onChange={(codes: string[]) => {
        onChange?.(codes.map((code) => ({ code, name: names.current.get(code) ?? code })));
        setWords('');
      }}
      loading={found.isFetching}
      notFoundContent={empty}
      options={shown}
    />
  );
}
