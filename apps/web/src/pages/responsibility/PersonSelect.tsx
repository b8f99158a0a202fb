import { Select } from 'antd';
import { useState } from 'react';
import { useAsk } from '../../api/useAsk.ts';
import { useSettled } from '../../parts/useSettled.ts';
import { useMay } from '../../session/me.tsx';

interface Props {
  id?: string;
  value?: string;
  onChange?: (personId: string) => void;
}

/** One person by name, with place and posts to tell namesakes apart. */
export function PersonSelect({ value, ...rest }: Props) {
  const mayRead = useMay('people.read');
  const [words, setWords] = useState('');
  const q = useSettled(words.trim());
  const found = useAsk('listPeople', { query: { q, size: 30 } }, { enabled: mayRead, keepLast: true });
  return (
    <Select
      {...rest}
      value={value ?? null}
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={found.isFetching}
      placeholder="输入姓名查找"
      notFoundContent={mayRead ? '没有找到，请先在“人员”里登记' : '您不能查人员名单'}
      options={(found.data?.items ?? []).map((person) => ({
        value: person.id,
        label: [person.name, person.placeName, ...person.posts.map((post) => post.title)].join(' · '),
      }))}
    />
  );
}
