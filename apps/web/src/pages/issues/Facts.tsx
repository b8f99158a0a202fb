import {
  categories,
  channelLabels,
  type IssueDetail,
  inspectionLevelLabels,
  kindRow,
  type SourceField,
  severityLabels,
  sourceFieldLabels,
  sourceRow,
} from '@qingshan/contract';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { Panel } from '../../parts/Panel.tsx';
import { moment } from '../../parts/time.ts';
import { FollowLink } from './FollowLink.tsx';

function Fact({ name, whole = false, children }: { name: string; whole?: boolean; children: ReactNode }) {
  return (
    <div className={whole ? 'whole' : ''}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function sourceText(issue: IssueDetail, field: SourceField): string | undefined {
  const { fields } = issue;
  if (field === 'inspectionLevel')
    return fields.inspectionLevel && inspectionLevelLabels[fields.inspectionLevel];
  if (field === 'channel') return fields.channel && channelLabels[fields.channel];
  return fields[field];
}

/** Long descriptions are folded after eight lines. */
function Description({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  const long = text.length > 320 || text.split('\n').length > 8;
  return (
    <>
      <p className={long && !whole ? 'description folded' : 'description'}>{text}</p>
      {long && (
        <button
          type="button"
          className="plain unfold no-print"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? '收起' : '展开全文'}
        </button>
      )}
    </>
  );
}

export function Facts({ issue }: { issue: IssueDetail }) {
  const kind = kindRow(issue.kind);
  const source = sourceRow(issue.source);
  return (
    <Panel title="基本情况">
      {issue.extension && (
        <p className="caution">
          {issue.extension.requestedBy}申请延期到 <b className="num">{issue.extension.dueOn}</b>：
          {issue.extension.reason}
        </p>
      )}
      {issue.publicityUntil && issue.state === 'publicized' && (
        <p className="hint">公示期到 {issue.publicityUntil}，期满无异议方可销号。</p>
      )}
      {issue.mergedInto && (
        <p className="hint">
          已并入 <Link to={`/issues/${issue.mergedInto.id}`}>{issue.mergedInto.number}</Link>
          ，请到那里继续办理。
        </p>
      )}
      {issue.description && <Description text={issue.description} />}
      <dl className="facts">
        <Fact name="类型">
          {categories[kind.category]} · {kind.label}
        </Fact>
        <Fact name="程度">{severityLabels[issue.severity]}</Fact>
        <Fact name="来源">{source.label}</Fact>
        <Fact name="地点">
          <Link to={`/places/${issue.placeCode}`}>{issue.placeName}</Link>
        </Fact>
        <Fact name="责任人">
          {issue.ownerPostId ? (
            <Link to={`/posts/${issue.ownerPostId}`}>{issue.ownerName}</Link>
          ) : (
            <span className="quiet">尚未交办</span>
          )}
        </Fact>
        <Fact name="发现时间">{moment(issue.foundAt)}</Fact>
        <Fact name="上报时间">{moment(issue.raisedAt)}</Fact>
        {issue.acceptedAt && <Fact name="受理时间">{moment(issue.acceptedAt)}</Fact>}
        {issue.dueAt && <Fact name="办理期限">{moment(issue.dueAt)}</Fact>}
        {issue.closedAt && <Fact name="销号时间">{moment(issue.closedAt)}</Fact>}
        {issue.deadlineRule && (
          <Fact name="期限依据" whole>
            {issue.deadlineRule}
          </Fact>
        )}
        {[...source.requiredFields, ...source.optionalFields].map((field) => {
          const text = sourceText(issue, field);
          return text ? (
            <Fact key={field} name={sourceFieldLabels[field]} whole={field === 'requirement'}>
              {text}
            </Fact>
          ) : null;
        })}
        {issue.followPath && (
          <Fact name="查询链接" whole>
            <FollowLink path={issue.followPath} />
          </Fact>
        )}
      </dl>
    </Panel>
  );
}
