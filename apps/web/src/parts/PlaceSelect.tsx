import { Select } from 'antd';
import { useAsk } from '../api/useAsk.ts';
import { usePlaceOptions } from './placeOptions.ts';

interface Props {
  id?: string;
  value?: string | undefined;
  onChange?: (code: string | undefined, name: string | undefined) => void;
  /** Only places inside this one. */
  within: string;
  /** Prefixes of what may be chosen; absent: anything. */
  reach?: readonly string[];
  placeholder?: string;
  allowClear?: boolean;
  size?: 'large';
  'aria-label'?: string;
}

/** One place found by words; before typing, the places just below `within`. */
export function PlaceSelect({ value, onChange, within, reach, placeholder, ...rest }: Props) {
  const { words, setWords, options, found, empty } = usePlaceOptions(within, reach);
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
        onChange?.(code ?? undefined, options.find((option) => option.value === code)?.label);
        setWords('');
      }}
      loading={found.isFetching}
      notFoundContent={empty}
      options={options}
    />
  );
}
