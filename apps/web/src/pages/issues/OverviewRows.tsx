import type { Answer, Endpoints } from '@qingshan/contract';
import { Link } from 'react-router';
import { Figure } from '../../parts/Figure.tsx';

type Row = Answer<Endpoints['getOverview']>['byPlace'][number];
type Counted = Row['open'];

export const percent = (value: number | null) => (value === null ? '—' : `${value.toFixed(1)}%`);

/** One line each: open, overdue, closed, all, share closed in time. Every number opens its list. */
export function Rows({
  first,
  rows,
  linked = false,
}: {
  first: string;
  rows: readonly Row[];
  linked?: boolean;
}) {
  if (rows.length === 0) return <p className="quiet">没有记录。</p>;
  return (
    <div className="scroll-x">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">未办结</th>
            <th scope="col">超期</th>
            <th scope="col">已销号</th>
            <th scope="col">全部</th>
            <th scope="col">按期率</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.total.query}>
              <th scope="row">{linked ? <Link to={`/places/${row.code}`}>{row.name}</Link> : row.name}</th>
              <td>
                <Figure of={row.open} label={`${row.name}未办结`} />
              </td>
              <td className={row.overdue.count > 0 ? 'over' : ''}>
                <Figure of={row.overdue} label={`${row.name}超期`} />
              </td>
              <td>
                <Figure of={row.closed} label={`${row.name}已销号`} />
              </td>
              <td>
                <Figure of={row.total} label={`${row.name}全部`} />
              </td>
              <td className="num">
                {row.judged.count > 0 ? (
                  <Link
                    className="figure"
                    to={`/issues?${row.judged.query}`}
                    aria-label={`${row.name}按期率 ${percent(row.onTimePercent)}，打开计入的清单`}
                  >
                    {percent(row.onTimePercent)}
                  </Link>
                ) : (
                  percent(null)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface BarRow {
  key: string;
  name: string;
  parts: { name: string; figure: Counted }[];
}

/** Bars beside their numbers; a table to whoever cannot see bars. */
export function Bars({
  caption,
  rows,
  legend,
}: {
  caption: string;
  rows: readonly BarRow[];
  legend?: string[];
}) {
  const most = Math.max(1, ...rows.flatMap((row) => row.parts.map((part) => part.figure.count)));
  return (
    <table className="bars">
      <caption className={legend ? 'legend' : 'unseen'}>
        {legend ? (
          <>
            <span className="unseen">{caption}：</span>
            {legend.map((name, index) => (
              <span key={name} className={`legend-${index}`}>
                {name}
              </span>
            ))}
          </>
        ) : (
          caption
        )}
      </caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td>
              {row.parts.map((part, index) => (
                <div key={part.name} className="bar-line">
                  <span
                    className={`bar bar-${index}`}
                    style={{ width: `${(part.figure.count / most) * 80}%` }}
                  />
                  <Figure of={part.figure} label={`${row.name}${part.name}`} />
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
