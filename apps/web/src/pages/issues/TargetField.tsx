import { type IssueDetail, needLabels } from '@qingshan/contract';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { useAsk } from '../../api/useAsk.ts';
import { useSettled } from '../../parts/useSettled.ts';

/** The problem that this one is merged into: those nearby first, then by number or words. */
export function TargetField({ issue }: { issue: IssueDetail }) {
  const [words, setWords] = useState('');
  const q = useSettled(words.trim());
  const found = useAsk('listIssues', { query: { q, size: 20 } }, { enabled: q.length > 0, keepLast: true });
  const rows = q ? (found.data?.items ?? []) : issue.nearby;
  return (
    <Form.Item
      name="targetId"
      label={needLabels.target}
      rules={[{ required: true, message: '请选择并入哪件问题' }]}
    >
      <Select
        showSearch={{ filterOption: false, onSearch: setWords }}
        loading={found.isFetching}
        placeholder="输入编号或关键词查找"
        notFoundContent={q ? '没有找到，请换个编号或词' : '附近没有同类问题，请输入编号查找'}
        options={rows
          .filter((row) => row.id !== issue.id)
          .map((row) => ({ value: row.id, label: `${row.number} ${row.title}` }))}
      />
    </Form.Item>
  );
}
