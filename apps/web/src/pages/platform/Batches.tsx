import { useState } from 'react';
import { useAsk } from '../../api/useAsk.ts';
import { Answer, Nothing } from '../../parts/Answer.tsx';
import { Pager } from '../../parts/Pager.tsx';
import { moment } from '../../parts/time.ts';

/** Sealed batches with their roots, to compare with the copies kept elsewhere. */
export function Batches() {
  const [page, setPage] = useState(1);
  const asked = useAsk('listBatches', { query: { page } }, { keepLast: true });
  return (
    <Answer of={asked} lines={6}>
      {({ items, total }) =>
        items.length === 0 ? (
          <Nothing>还没有封存过。新记录会定时成批封存。</Nothing>
        ) : (
          <>
            <table className="plain-table stacking">
              <thead>
                <tr>
                  <th scope="col">批次</th>
                  <th scope="col">封存时间</th>
                  <th scope="col">条数</th>
                  <th scope="col">本批摘要（根）</th>
                  <th scope="col">链摘要</th>
                  <th scope="col">算法</th>
                </tr>
              </thead>
              <tbody>
                {items.map((batch) => (
                  <tr key={batch.batch}>
                    <th scope="row">第 {batch.batch} 批</th>
                    <td data-label="时间" className="num">
                      {moment(batch.sealedAt)}
                    </td>
                    <td data-label="条数">{batch.rows}</td>
                    <td data-label="根">
                      <code>{batch.root}</code>
                    </td>
                    <td data-label="链">
                      <code>{batch.chain}</code>
                    </td>
                    <td data-label="算法">{batch.algorithm}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Pager
              page={page}
              size={items.length < total && page === 1 ? items.length : 50}
              total={total}
              onChange={setPage}
            />
          </>
        )
      }
    </Answer>
  );
}
