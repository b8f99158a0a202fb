import { postKindCodes, postKinds } from '@qingshan/contract';
import { Button, Checkbox, Input, Select } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAsk } from '../../api/useAsk.ts';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { Answer, Nothing } from '../../parts/Answer.tsx';
import { Pager } from '../../parts/Pager.tsx';
import { PlaceSelect } from '../../parts/PlaceSelect.tsx';
import { permitted } from '../../parts/permitted.tsx';
import { useMay, useMe } from '../../session/me.tsx';
import './places.css';

const PostEdit = lazy(() => import('./PostEdit.tsx'));
const kindOptions = postKindCodes.map((value) => ({
  value: value as string,
  label: postKinds[value].label as string,
}));

/** Posts, vacant ones first. */
function Posts() {
  const me = useMe();
  const mayEdit = useMay('posts.edit');
  const [adding, setAdding] = useState(false);
  const [search, setSearch] = useSearchParams();
  const text = (name: string) => search.get(name) ?? undefined;
  const page = Number(search.get('page') ?? '1') || 1;
  const kind = postKindCodes.find((code) => code === search.get('kind'));
  const vacant = search.get('vacant') === 'true';
  const place = text('place');
  const q = text('q');
  const asked = useAsk(
    'listPosts',
    {
      query: {
        page,
        ...(place ? { place } : {}),
        ...(kind ? { kind } : {}),
        ...(vacant ? { vacant: 'true' as const } : {}),
        ...(q ? { q } : {}),
      },
    },
    { keepLast: true },
  );
  const unfiltered = page === 1 && !vacant && !kind && !q;
  const vacancies = useAsk(
    'listPosts',
    { query: { vacant: 'true', size: 50, ...(place ? { place } : {}) } },
    { enabled: unfiltered },
  );
  const firstVacant = unfiltered ? (vacancies.data?.items ?? []) : [];
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search);
    next.delete('page');
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next);
  };
  return (
    <>
      <PageTitle title="岗位">
        {mayEdit && (
          <Button type="primary" onClick={() => setAdding(!adding)}>
            新建岗位
          </Button>
        )}
      </PageTitle>
      {adding && (
        <Suspense>
          <PostEdit post={null} onClose={() => setAdding(false)} />
        </Suspense>
      )}
      <div className="list-tools">
        <Input.Search
          defaultValue={q}
          allowClear
          onSearch={(words) => set('q', words.trim())}
          placeholder="岗位或姓名"
          aria-label="按岗位或姓名查找"
        />
        <PlaceSelect
          aria-label="地点"
          within={me.countyCode}
          value={place}
          onChange={(code) => set('place', code)}
          placeholder="全部地点"
          allowClear
        />
        <Select
          aria-label="岗位种类"
          allowClear
          placeholder="全部种类"
          showSearch={{ optionFilterProp: 'label' }}
          value={kind ?? null}
          options={kindOptions}
          onChange={(code: string | null) => set('kind', code ?? undefined)}
        />
        <Checkbox
          checked={vacant}
          onChange={(event) => set('vacant', event.target.checked ? 'true' : undefined)}
        >
          只看空缺
        </Checkbox>
      </div>
      <Answer of={asked} lines={8}>
        {({ items, total, vacantTotal }) => (
          <>
            <p className={vacantTotal > 0 ? 'caution' : 'quiet'}>
              {vacantTotal > 0 ? `有 ${vacantTotal} 个岗位空缺，请尽快明确人选。` : '没有空缺的岗位。'}
            </p>
            {items.length === 0 ? (
              <Nothing>没有符合条件的岗位。</Nothing>
            ) : (
              <table className="plain-table stacking">
                <thead>
                  <tr>
                    <th scope="col">岗位</th>
                    <th scope="col">种类</th>
                    <th scope="col">地点</th>
                    <th scope="col">在任</th>
                    <th scope="col">上级</th>
                    <th scope="col">未办结</th>
                  </tr>
                </thead>
                <tbody>
                  {[
                    ...firstVacant,
                    ...items.filter((post) => !firstVacant.some(({ id }) => id === post.id)),
                  ].map((post) => (
                    <tr key={post.id}>
                      <th scope="row">
                        <Link to={`/posts/${post.id}`}>{post.title}</Link>
                      </th>
                      <td data-label="种类">{post.kindLabel}</td>
                      <td data-label="地点">
                        <Link to={`/places/${post.placeCode}`}>{post.placeName}</Link>
                      </td>
                      <td data-label="在任">
                        {post.vacantSince !== null ? (
                          <span className="vacant-mark">▲ 空缺（{post.vacantSince} 起）</span>
                        ) : (
                          post.holders.map((holder) => holder.name).join('、')
                        )}
                      </td>
                      <td data-label="上级">{post.reportsToTitle ?? '—'}</td>
                      <td data-label="未办结">
                        {post.openIssues > 0 ? (
                          <Link to={`/issues?ownerPostId=${post.id}&state=open`}>{post.openIssues}</Link>
                        ) : (
                          0
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <Pager
              page={page}
              size={50}
              total={total}
              onChange={(number) =>
                setSearch((now) => ({ ...Object.fromEntries(now), page: String(number) }))
              }
            />
          </>
        )}
      </Answer>
    </>
  );
}

export default permitted('posts.read', Posts);
