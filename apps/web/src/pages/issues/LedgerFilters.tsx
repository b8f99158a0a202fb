import {
  categories,
  issueKindCodes,
  issueKinds,
  sourceCodes,
  sources,
  stateCodes,
  states,
} from '@qingshan/contract';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { DayInput } from '../../parts/DayInput.tsx';
import { levels } from '../../parts/Level.tsx';
import { PlaceSelect } from '../../parts/PlaceSelect.tsx';
import { useWide } from '../../parts/useWide.ts';
import { useMe } from '../../session/me.tsx';
import { commonPlace } from '../../session/reach.ts';
import { filterCount, type LedgerQuery, listOf, textOf } from './ledgerQuery.ts';

interface Props {
  query: LedgerQuery;
  onRefine: (change: LedgerQuery) => void;
  onClear: () => void;
}

const kindOptions = Object.entries(categories).map(([category, label]) => ({
  label,
  options: [
    { value: category, label: `${label}（全部）` },
    ...issueKindCodes
      .filter((kind) => issueKinds[kind].category === category)
      .map((kind) => ({ value: kind as string, label: issueKinds[kind].label as string })),
  ],
}));
const stateOptions = [
  { value: 'open', label: '未办结（全部）' },
  { value: 'done', label: '已办结（全部）' },
  ...stateCodes.map((state) => ({ value: state as string, label: states[state].label as string })),
];
const sourceOptions = sourceCodes.map((source) => ({
  value: source as string,
  label: sources[source].label as string,
}));
const urgencyOptions = (['red', 'orange', 'yellow', 'green'] as const).map((value) => ({
  value: value as string,
  label: `${levels[value].sign} ${levels[value].word}`,
}));

const several = {
  mode: 'multiple',
  allowClear: true,
  maxTagCount: 'responsive',
  style: { width: '100%' },
} as const;

export function LedgerFilters({ query, onRefine, onClear }: Props) {
  const me = useMe();
  const wide = useWide();
  const [unfolded, setUnfolded] = useState(false);
  const [more, setMore] = useState(
    Boolean(
      query.raisedFrom || query.raisedTo || query.closedFrom || query.closedTo || query.inTime || query.mine,
    ),
  );
  const [words, setWords] = useState(query.q ?? '');
  useEffect(() => setWords(query.q ?? ''), [query.q]);
  const many = (
    name: 'kind' | 'source' | 'state' | 'urgency',
    label: string,
    options: { label: string }[],
  ) => (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside
    <label>
      <span>{label}</span>
      <Select
        {...several}
        aria-label={label}
        placeholder="全部"
        showSearch={{ optionFilterProp: 'label' }}
        value={listOf(query[name])}
        onChange={(chosen: string[]) => onRefine({ [name]: textOf(chosen) })}
        options={options}
      />
    </label>
  );
  const day = (name: 'raisedFrom' | 'raisedTo' | 'closedFrom' | 'closedTo', label: string) => (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside
    <label>
      <span>{label}</span>
      <DayInput aria-label={label} value={query[name]} onChange={(day) => onRefine({ [name]: day })} />
    </label>
  );
  return (
    <search className="filters no-print" aria-label="筛选">
      <div className="filter-words">
        <Input.Search
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onSearch={(text) => onRefine({ q: text.trim() || undefined })}
          placeholder="编号，或标题、描述里的词"
          aria-label="按编号或关键词查找"
          enterButton="查找"
          allowClear
          maxLength={100}
        />
      </div>
      {!wide && (
        <Button block aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? '收起筛选' : `筛选${filterCount(query) > 0 ? `（已设 ${filterCount(query)} 项）` : ''}`}
        </Button>
      )}
      <div className="filter-grid" hidden={!wide && !unfolded}>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is inside */}
        <label>
          <span>{query.exact ? '地点（只看本级，不含下级）' : '地点'}</span>
          <PlaceSelect
            aria-label="地点"
            within={commonPlace(me.reach, me.countyCode)}
            value={query.place}
            onChange={(place) => onRefine({ place, exact: undefined })}
            placeholder="全部"
            allowClear
          />
        </label>
        {many('kind', '类型', kindOptions)}
        {many('source', '来源', sourceOptions)}
        {many('state', '状态', stateOptions)}
        {many('urgency', '缓急', urgencyOptions)}
        {more && (
          <>
            {day('raisedFrom', '上报自')}
            {day('raisedTo', '上报至')}
            {day('closedFrom', '销号自')}
            {day('closedTo', '销号至')}
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is inside */}
            <label>
              <span>办结时限</span>
              <Select
                aria-label="办结时限"
                allowClear
                placeholder="不限"
                value={query.inTime ?? null}
                onChange={(inTime) => onRefine({ inTime: inTime ?? undefined })}
                style={{ width: '100%' }}
                options={[
                  { value: 'true', label: '按期办结' },
                  { value: 'false', label: '超期办结' },
                  { value: 'any', label: '有期限且已办结' },
                ]}
              />
            </label>
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is inside */}
            <label>
              <span>与我有关</span>
              <Select
                aria-label="与我有关"
                allowClear
                placeholder="不限"
                value={query.mine ?? null}
                onChange={(mine) => onRefine({ mine: mine ?? undefined })}
                options={[
                  { value: 'todo', label: '等我办' },
                  { value: 'owned', label: '我负责' },
                  { value: 'raised', label: '我上报' },
                ]}
              />
            </label>
          </>
        )}
      </div>
      <div className="row" hidden={!wide && !unfolded}>
        <Button type="link" size="small" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? '收起条件' : '更多条件'}
        </Button>
        {filterCount(query) > 0 && (
          <Button type="link" size="small" onClick={onClear}>
            清除全部条件
          </Button>
        )}
      </div>
    </search>
  );
}
