import { type Answer as AnswerOf, categories, type Endpoints, sourceRow, sources } from '@qingshan/contract';
import { Link, useSearchParams } from 'react-router';
import { useAsk } from '../../api/useAsk.ts';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { Answer, Nothing } from '../../parts/Answer.tsx';
import { Figure } from '../../parts/Figure.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { PlaceSelect } from '../../parts/PlaceSelect.tsx';
import { moment } from '../../parts/time.ts';
import { useMe } from '../../session/me.tsx';
import { commonPlace } from '../../session/reach.ts';
import { Bars, percent, Rows } from './OverviewRows.tsx';
import './overview.css';

type Overview = AnswerOf<Endpoints['getOverview']>;

export default function OverviewPage() {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const place = search.get('place') ?? undefined;
  const asked = useAsk('getOverview', { query: place ? { place } : {} }, { keepLast: true });
  return (
    <>
      <PageTitle title="总览">
        <div style={{ width: '17rem', maxWidth: '100%' }}>
          <PlaceSelect
            aria-label="看哪里"
            within={commonPlace(me.reach, me.countyCode)}
            value={place}
            onChange={(code) => setSearch(code ? { place: code } : {})}
            placeholder="我的全部地方"
            allowClear
          />
        </div>
      </PageTitle>
      <Answer of={asked} lines={10}>
        {(overview) =>
          overview.total.count === 0 ? (
            <Nothing>这里还没有问题记录。上报或下发第一件问题后，各项数字会自动出现。</Nothing>
          ) : (
            <Whole overview={overview} />
          )
        }
      </Answer>
    </>
  );
}

/** Places with work to do before those without. */
function mostFirst(rows: Overview['byPlace']): Overview['byPlace'] {
  return [...rows].sort(
    (a, b) =>
      b.overdue.count - a.overdue.count || b.open.count - a.open.count || b.total.count - a.total.count,
  );
}

function Whole({ overview }: { overview: Overview }) {
  const tiles: { name: string; figure: { count: number; query: string }; tone?: string }[] = [
    { name: '未办结', figure: overview.open },
    { name: '超期未办结', figure: overview.overdue, tone: 'red' },
    { name: '即将到期', figure: overview.dueSoon, tone: 'orange' },
    { name: '本月上报', figure: overview.raisedThisMonth },
    { name: '本月销号', figure: overview.closedThisMonth },
    { name: '超期办结', figure: overview.late },
    { name: '重开过', figure: overview.reopened },
    { name: '全部问题', figure: overview.total },
  ];
  return (
    <>
      <p className="quiet">
        {overview.place.name} · 统计于 {moment(overview.at)} · 每个数字都可点开看清单
      </p>
      <ul className="tiles">
        {tiles.map(({ name, figure, tone }) => (
          <li key={name} className={tone && figure.count > 0 ? `tile edge-${tone}` : 'tile'}>
            <Figure of={figure} label={name} />
            <span>{name}</span>
          </li>
        ))}
        <li className="tile">
          {overview.judged.count > 0 ? (
            <Link
              className="figure"
              to={`/issues?${overview.judged.query}`}
              aria-label={`按期销号率 ${percent(overview.onTimePercent)}，打开计入的 ${overview.judged.count} 件`}
            >
              {percent(overview.onTimePercent)}
            </Link>
          ) : (
            <span className="figure zero">{percent(null)}</span>
          )}
          <span title="有期限且已销号的问题中，按期销号的比例">按期销号率</span>
        </li>
      </ul>
      <div className="overview-columns">
        <div>
          <Panel title="按地方">
            <Rows first="地方" rows={mostFirst(overview.byPlace)} linked />
          </Panel>
        </div>
        <div>
          <Panel title="按来源">
            <Rows
              first="来源"
              rows={overview.bySource.map((row) => ({
                ...row,
                name: row.code in sources ? sourceRow(row.code as keyof typeof sources).label : row.name,
              }))}
            />
          </Panel>
          <Panel title="按类型">
            <Rows
              first="大类"
              rows={overview.byCategory.map((row) => ({
                ...row,
                name: row.code in categories ? categories[row.code as keyof typeof categories] : row.name,
              }))}
            />
          </Panel>
          <Panel title="按环节">
            <Bars
              caption="各环节件数"
              rows={overview.byState.map((row) => ({
                key: row.state,
                name: row.label,
                parts: [{ name: '件', figure: row.figure }],
              }))}
            />
          </Panel>
          <Panel title="按月（件）">
            <Bars
              caption="每月上报与销号件数"
              legend={['上报', '销号']}
              rows={overview.byMonth.map((row) => ({
                key: row.month,
                name: row.month,
                parts: [
                  { name: '上报', figure: row.raised },
                  { name: '销号', figure: row.closed },
                ],
              }))}
            />
          </Panel>
        </div>
      </div>
    </>
  );
}
