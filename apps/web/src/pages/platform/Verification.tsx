import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { client } from '../../api/client.ts';
import { Refusal } from '../../parts/Answer.tsx';
import { moment } from '../../parts/time.ts';

/** 核验: computes every seal again and says what does not agree. */
export function Verification() {
  const check = useMutation({ mutationFn: () => client.call('verifyJournal') });
  return (
    <div className="verification">
      <Button type="primary" loading={check.isPending} onClick={() => check.mutate()}>
        核验
      </Button>
      {check.isPending && <span role="status">正在逐条核对，记录多时需要一会儿…</span>}
      {check.isError && <Refusal error={check.error} />}
      {check.data && (
        <div role="status" className={check.data.ok ? 'hint' : 'refusal'}>
          <b>{check.data.ok ? '✓ 核验通过，没有发现改动' : `✕ 发现 ${check.data.findings.length} 处不符`}</b>
          <span>
            核对 {check.data.rows} 条、{check.data.batches} 批，{moment(check.data.at)}
          </span>
          {check.data.findings.length > 0 && (
            <ul>
              {check.data.findings.map((finding) => (
                <li key={finding}>{finding}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}
