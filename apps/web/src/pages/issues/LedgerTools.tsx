import { App, Button, Checkbox, Input, Popover, Progress } from 'antd';
import { useRef, useState } from 'react';
import { sentenceOf } from '../../api/client.ts';
import { ledgerColumns } from './columns.tsx';
import { EXPORT_MOST, rowsOf, saveLedger } from './exportLedger.ts';
import { type LedgerQuery, urlFromQuery } from './ledgerQuery.ts';
import { PrintLedger } from './PrintLedger.tsx';
import { type SavedView, useRemembered } from './savedViews.ts';

interface Props {
  query: LedgerQuery;
  shown: readonly string[];
  onShown: (keys: string[]) => void;
  onOpen: (search: string) => void;
}

export function LedgerTools({ query, shown, onShown, onOpen }: Props) {
  return (
    <>
      <Views query={query} onOpen={onOpen} />
      <Popover
        trigger="click"
        placement="bottomRight"
        title="显示哪些列"
        content={
          <Checkbox.Group
            className="column-choice"
            value={[...shown]}
            onChange={(keys) => keys.length > 0 && onShown(keys as string[])}
            options={ledgerColumns.map((column) => ({ value: column.key, label: column.label }))}
          />
        }
      >
        <Button className="wide-only">选列</Button>
      </Popover>
      <ExportButton query={query} />
      <PrintLedger query={query} shown={shown} />
    </>
  );
}

function Views({ query, onOpen }: { query: LedgerQuery; onOpen: (search: string) => void }) {
  const [views, setViews] = useRemembered<SavedView[]>('ledgerViews', []);
  const [name, setName] = useState('');
  const save = () => {
    const trimmed = name.trim();
    if (!trimmed) return;
    const { page: _, ...rest } = query;
    setViews([
      ...views.filter((view) => view.name !== trimmed),
      { name: trimmed, search: urlFromQuery(rest) },
    ]);
    setName('');
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="常用视图"
      content={
        <div className="views">
          {views.length === 0 && <p className="quiet">把常用的筛选条件起个名字存下来，下次一点就到。</p>}
          <ul>
            {views.map((view) => (
              <li key={view.name} className="row">
                <Button type="link" onClick={() => onOpen(view.search)}>
                  {view.name}
                </Button>
                <span className="grow" />
                <Button
                  type="text"
                  size="small"
                  aria-label={`删除视图 ${view.name}`}
                  onClick={() => setViews(views.filter((other) => other !== view))}
                >
                  删除
                </Button>
              </li>
            ))}
          </ul>
          <div className="row">
            <Input
              value={name}
              onChange={(event) => setName(event.target.value)}
              onPressEnter={save}
              placeholder="给当前条件起名"
              aria-label="视图名称"
              maxLength={20}
            />
            <Button onClick={save} disabled={!name.trim()}>
              存为视图
            </Button>
          </div>
        </div>
      }
    >
      <Button>常用视图</Button>
    </Popover>
  );
}

function ExportButton({ query }: { query: LedgerQuery }) {
  const { message } = App.useApp();
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const stop = useRef(false);
  async function save() {
    stop.current = false;
    setProgress({ done: 0, total: 0 });
    try {
      const { rows, complete } = await rowsOf(
        query,
        (done, total) => setProgress({ done, total }),
        () => stop.current,
      );
      if (stop.current) return;
      await saveLedger(rows);
      if (complete) message.success(`已导出 ${rows.length} 条`);
      else message.warning(`一次最多导出 ${EXPORT_MOST} 条，后面的没有导出，请缩小条件分批导出`, 8);
    } catch (error) {
      message.error(sentenceOf(error));
    } finally {
      setProgress(null);
    }
  }
  if (!progress) return <Button onClick={save}>导出 Excel</Button>;
  return (
    <span className="row" role="status">
      <Progress
        type="circle"
        size={22}
        percent={progress.total ? (progress.done / progress.total) * 100 : 0}
        showInfo={false}
        aria-label="导出进度"
      />
      <span className="num">
        {progress.done}/{progress.total || '…'}
      </span>
      <Button
        size="small"
        onClick={() => {
          stop.current = true;
        }}
      >
        停止
      </Button>
    </span>
  );
}
