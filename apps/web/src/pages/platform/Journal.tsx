import { Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAsk } from '../../api/useAsk.ts';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { Answer, Nothing } from '../../parts/Answer.tsx';
import { PlaceSelect } from '../../parts/PlaceSelect.tsx';
import { moment } from '../../parts/time.ts';
import { useMe } from '../../session/me.tsx';
import { Batches } from './Batches.tsx';
import { journalKinds } from './journalKinds.ts';
import { Verification } from './Verification.tsx';
import '../responsibility/places.css';
import '../issues/ledger.css';
import './journal.css';
import { DayInput } from '../../parts/DayInput.tsx';

export default function Journal() {
  const [tab, setTab] = useState<'rows' | 'batches'>('rows');
  return (
    <>
      <PageTitle title="办理日志" />
      <p className="quiet">每一步都记在这里，只增不改；成批封存后，任何改动、删除、插入都能被核验发现。</p>
      <Verification />
      <div className="tabs" role="tablist" aria-label="日志">
        <button type="button" role="tab" aria-selected={tab === 'rows'} onClick={() => setTab('rows')}>
          记录
        </button>
        <button type="button" role="tab" aria-selected={tab === 'batches'} onClick={() => setTab('batches')}>
          封存批次
        </button>
      </div>
      {tab === 'rows' ? <Rows /> : <Batches />}
    </>
  );
}

function Rows() {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const query = Object.fromEntries(
    ['kind', 'subjectId', 'place', 'from', 'to', 'before'].flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const asked = useAsk('listJournal', { query }, { keepLast: true });
  const set = (change: Record<string, string | undefined>) => {
    const next = new URLSearchParams(search);
    if (!('before' in change)) next.delete('before');
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next);
  };
  return (
    <>
      <div className="list-tools">
        <PlaceSelect
          aria-label="地点"
          within={me.countyCode}
          value={query.place}
          onChange={(place) => set({ place })}
          placeholder="全部地点"
          allowClear
        />
        <Select
          aria-label="事项"
          allowClear
          placeholder="全部事项"
          showSearch={{ optionFilterProp: 'label' }}
          value={query.kind ?? null}
          options={journalKinds}
          onChange={(kind: string | null) => set({ kind: kind ?? undefined })}
        />
        <DayInput aria-label="自哪天" value={query.from} onChange={(day) => set({ from: day })} />
        <DayInput aria-label="到哪天" value={query.to} onChange={(day) => set({ to: day })} />
      </div>
      <Answer of={asked} lines={8}>
        {({ items, nextBefore, unsealed, lastBatch }) => (
          <>
            <p className="quiet">
              待封存 {unsealed} 条
              {lastBatch &&
                ` · 最近一批：第 ${lastBatch.batch} 批，${moment(lastBatch.sealedAt)} 封存 ${lastBatch.rows} 条`}
            </p>
            {items.length === 0 ? (
              <Nothing>没有符合条件的记录。</Nothing>
            ) : (
              <table className="plain-table stacking">
                <thead>
                  <tr>
                    <th scope="col">序号</th>
                    <th scope="col">时间</th>
                    <th scope="col">事项</th>
                    <th scope="col">对象</th>
                    <th scope="col">办理人</th>
                    <th scope="col">地点</th>
                    <th scope="col">封存</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((row) => (
                    <tr key={row.seq}>
                      <td data-label="序号" className="num">
                        {row.seq}
                      </td>
                      <td data-label="时间" className="num">
                        {moment(row.at)}
                      </td>
                      <td data-label="事项">{row.label}</td>
                      <td data-label="对象">
                        <Subject row={row} />
                      </td>
                      <td data-label="办理人">
                        {row.actorName ?? '系统'}
                        {row.actorPost && <span className="quiet"> · {row.actorPost}</span>}
                      </td>
                      <td data-label="地点">{row.placeName ?? '—'}</td>
                      <td data-label="封存">
                        {row.batch === null ? <span className="quiet">待封存</span> : `✓ 第 ${row.batch} 批`}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <p className="row older">
              {query.before && (
                <button type="button" className="plain boxed" onClick={() => set({ before: undefined })}>
                  回到最新
                </button>
              )}
              {nextBefore && (
                <button type="button" className="plain boxed" onClick={() => set({ before: nextBefore })}>
                  更早的记录
                </button>
              )}
            </p>
          </>
        )}
      </Answer>
    </>
  );
}

const subjects: Record<string, string> = {
  issue: '问题',
  post: '岗位',
  term: '任期',
  place: '地点',
  person: '人员',
  account: '账号',
  zone: '片区',
  reach: '河段',
};

function Subject({ row }: { row: { subjectType: string; subjectId: string; subjectName: string | null } }) {
  const name = row.subjectName ?? subjects[row.subjectType] ?? '—';
  if (row.subjectType === 'issue') return <Link to={`/issues/${row.subjectId}`}>{name}</Link>;
  if (row.subjectType === 'post') return <Link to={`/posts/${row.subjectId}`}>{name}</Link>;
  if (row.subjectType === 'place') return <Link to={`/places/${row.subjectId}`}>{name}</Link>;
  return name;
}
