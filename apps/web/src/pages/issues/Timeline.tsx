import { type IssueDetail, states } from '@qingshan/contract';
import { Panel } from '../../parts/Panel.tsx';
import { moment } from '../../parts/time.ts';

/** What happened, newest first; each entry says whether its record is sealed. */
export function Timeline({ issue }: { issue: IssueDetail }) {
  const entries = [...issue.timeline].sort((a, b) => (BigInt(b.seq) > BigInt(a.seq) ? 1 : -1));
  return (
    <Panel title="办理记录" extra={<span className="quiet">{entries.length} 条</span>}>
      <ol className="timeline" data-testid="timeline">
        {entries.map((entry) => (
          <li key={entry.seq}>
            <p className="row">
              <b>{entry.label}</b>
              {entry.toState && entry.toState !== entry.fromState && (
                <span className="quiet">→ {states[entry.toState].label}</span>
              )}
            </p>
            <p className="quiet">
              <time dateTime={entry.at}>{moment(entry.at)}</time> · {entry.actorName ?? '系统'}
              {entry.actorPost && ` · ${entry.actorPost}`}
            </p>
            {entry.lines.length > 0 && (
              <dl>
                {entry.lines.map((line) => (
                  <div key={`${line.label}${line.text}`}>
                    <dt>{line.label}</dt>
                    <dd>{line.text}</dd>
                  </div>
                ))}
              </dl>
            )}
            {entry.photos.length > 0 && (
              <p className="timeline-photos">
                {entry.photos.map((sha256) => {
                  const photo = issue.photos.find((one) => one.sha256 === sha256);
                  return photo?.thumbnailUrl ? (
                    <img key={sha256} src={photo.thumbnailUrl} alt={photo.name} loading="lazy" />
                  ) : (
                    <span key={sha256}>{photo?.name ?? '附件'}</span>
                  );
                })}
              </p>
            )}
            <Seal batch={entry.sealedInBatch} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

export function Seal({ batch }: { batch: number | null }) {
  return batch === null ? (
    <span className="seal open" title="新记录每隔一段时间成批封存，封存后改动可被发现">
      待封存
    </span>
  ) : (
    <span className="seal" title="已封存：改动、删除、插入都能被核验发现">
      封存 第 {batch} 批
    </span>
  );
}
