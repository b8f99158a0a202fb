import { type IssueDetail, needLabels, placePrefix, townOf } from '@qingshan/contract';
import { Form, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useAsk } from '../../api/useAsk.ts';
import { useSettled } from '../../parts/useSettled.ts';
import { useMay } from '../../session/me.tsx';

/** Who gets the problem: the owner found from place and kind first, then the other candidates, then any post of the town. */
export function OwnerField({ issue }: { issue: IssueDetail }) {
  const form = Form.useFormInstance();
  const [words, setWords] = useState('');
  const q = useSettled(words.trim());
  const maySearch = useMay('posts.read');
  const suggestion = useAsk('suggestOwner', { query: { placeCode: issue.placeCode, kind: issue.kind } });
  const posts = useAsk(
    'listPosts',
    { query: { place: placePrefix(townOf(issue.placeCode) ?? issue.placeCode), q, size: 30 } },
    { enabled: maySearch && q.length > 0, keepLast: true },
  );
  const found = suggestion.data?.ownerPostId;
  useEffect(() => {
    if (found && !form.getFieldValue('ownerPostId') && found !== issue.ownerPostId) {
      form.setFieldValue('ownerPostId', found);
    }
  }, [found, form, issue.ownerPostId]);

  const options = new Map<string, { value: string; label: string; disabled?: boolean }>();
  for (const candidate of suggestion.data?.candidates ?? []) {
    options.set(candidate.postId, {
      value: candidate.postId,
      label: candidate.vacant ? `${candidate.name}（空缺）` : candidate.name,
      disabled: candidate.vacant,
    });
  }
  if (found && !options.has(found))
    options.set(found, { value: found, label: suggestion.data?.ownerName ?? found });
  for (const post of q ? (posts.data?.items ?? []) : []) {
    const names = post.holders.map((holder) => holder.name).join('、');
    options.set(post.id, {
      value: post.id,
      label: names ? `${post.title} ${names}` : `${post.title}（空缺）`,
      disabled: post.vacantSince !== null,
    });
  }
  return (
    <Form.Item
      name="ownerPostId"
      label={needLabels.owner}
      extra={suggestion.data?.why}
      rules={[{ required: true, message: '请选择责任岗位' }]}
    >
      <Select
        showSearch={{ onSearch: setWords, optionFilterProp: 'label' }}
        loading={suggestion.isFetching || posts.isFetching}
        placeholder="选择或输入岗位、姓名查找"
        options={[...options.values()]}
        notFoundContent="没有找到岗位，请换个名称"
      />
    </Form.Item>
  );
}
