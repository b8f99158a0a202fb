import type { Answer, Endpoints } from '@qingshan/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { client } from '../../api/client.ts';
import { Refusal } from '../../parts/Answer.tsx';
import { Panel } from '../../parts/Panel.tsx';

type Result = Answer<Endpoints['importPlaces']>;

/** Groups, households and grids from a spreadsheet; refused rows are told by row and column. */
export default function PlaceImport({ onClose }: { onClose: () => void }) {
  const cache = useQueryClient();
  const chosen = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [result, setResult] = useState<Result | null>(null);
  async function send(file: File | undefined) {
    if (!file) return;
    setSending(true);
    setRefusal(null);
    setResult(null);
    try {
      setResult(await client.upload('importPlaces', file, file.name));
      cache.invalidateQueries({ queryKey: ['getPlace'] });
    } catch (error) {
      setRefusal(error);
    } finally {
      setSending(false);
    }
  }
  return (
    <Panel title="从 Excel 导入组、户、网格" extra={<Button onClick={onClose}>收起</Button>}>
      <p className="quiet">
        第一行为表头：类型、名称，代码或所属村，还可有所属组、经度、纬度、所属网格。对的行入库，错的行在下面逐格列出，改好后可再传一次。
      </p>
      {refusal !== null && <Refusal error={refusal} />}
      <p className="row">
        <Button type="primary" loading={sending} onClick={() => chosen.current?.click()}>
          选择 Excel 文件
        </Button>
        <input
          ref={chosen}
          className="unseen"
          type="file"
          tabIndex={-1}
          aria-label="选择 Excel 文件"
          accept=".xlsx"
          onChange={(event) => {
            send(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </p>
      {result && (
        <div role="status">
          <p>
            新增 {result.added} 行，修改 {result.changed} 行，未变 {result.unchanged} 行，未收{' '}
            {result.refused.length} 处。
          </p>
          {result.refused.length > 0 && (
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">行</th>
                  <th scope="col">列</th>
                  <th scope="col">原因</th>
                </tr>
              </thead>
              <tbody>
                {result.refused.map((cell) => (
                  <tr key={`${cell.row}${cell.column}${cell.reason}`}>
                    <td>{cell.row}</td>
                    <td>{cell.column}</td>
                    <td>{cell.reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      )}
    </Panel>
  );
}
