import { fullPlaceCode } from '@qingshan/contract';
import { Select } from 'antd';
import { useState } from 'react';
import { useAsk } from '../api/useAsk.ts';
import { useSettled } from './useSettled.ts';

interface Props {
  id?: string;
  value?: string | undefined;
  onChange?: (code: string | undefined) => void;
  /** Only places inside this one. */
  within: string;
  placeholder?: string;
  allowClear?: boolean;
  disabled?: boolean;
  'aria-label'?: string;
}

/** One place found by words; before typing, the places just below `within`. */
export function PlaceSelect({ value, onChange, within, placeholder, ...rest }: Props) {
  const [words, setWords] = useState('');
  const q = useSettled(words.trim());
  const whole = fullPlaceCode(within);
  const found = useAsk('searchPlaces', { query: q ? { q, within: whole, limit: 50 } : { parent: whole, limit: 200 } }, {
    keepLast: true,
    staleMs: 300_000,
  });
  const options = (found.data?.items ?? []).map((place) => ({ value: place.code, label: place.pathName || place.name }));
  const known = options.some((option) => option.value === value);
  const chosen = useAsk(
    'getResponsible',
    { params: { code: value ?? '' } },
    { enabled: Boolean(value) && !known && !found.isPending, staleMs: 300_000 },
  );
  if (value && !known) {
    const label = chosen.data?.path.map((place) => place.name).join(' · ');
    options.unshift({ value, label: label || chosen.data?.place.name || value });
  }
  return (
    <Select
      {...rest}
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setWords, searchValue: words }}
      placeholder={placeholder ?? '输入村、组名称查找'}
      value={value ?? null}
      onChange={(code: string | null) => {
        onChange?.(code ?? undefined);
        setWords('');
      }}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? '正在查找…' : found.isError ? '查找失败，请重试' : '没有找到，请换个名称'}
      options={options}
    />
  );
}
