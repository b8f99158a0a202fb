import { countyOf } from '@qingshan/contract';
import { Link, useSearchParams } from 'react-router';
import { useAsk } from '../../api/useAsk.ts';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { Answer, Nothing } from '../../parts/Answer.tsx';
import { rememberedCounty } from '../../session/county.ts';
import './publicity.css';

/** 公示栏, for anyone: what the inspectors are about to close, so that whoever knows better can say so in time. */
export default function Publicity() {
  const [search] = useSearchParams();
  const anyPlace = useAsk('searchPlaces', { query: { limit: 50 } }, { staleMs: 3_600_000 });
  const first = anyPlace.data?.items.find((place) => place.kind === 'county')?.code;
  const place = search.get('place') ?? rememberedCounty() ?? (first && countyOf(first));
  const asked = useAsk('listPublicity', { query: { place: place ?? '' } }, { enabled: Boolean(place) });
  return (
    <>
      <PageTitle title="公示栏" />
      <p className="quiet">
        督查问题整改完成并经验收后，在这里公示，期满无异议方可销号。对公示有不同意见的，请在公示期内向
        <Link to={place ? `/who?county=${place.slice(0, 6)}` : '/who'}>当地责任人</Link>
        或镇环保办、县督查组反映。
      </p>
      <Answer of={asked} lines={5}>
        {({ notices }) =>
          notices.length === 0 ? (
            <Nothing>
              <p>现在没有公示。</p>
              <p className="quiet">公示期满 30 天内的也会留在这里。</p>
            </Nothing>
          ) : (
            <ol className="publicity">
              {notices.map((notice) => (
                <li key={`${notice.title}${notice.until}${notice.placeName}`} className="panel">
                  <p className="publicity-state">
                    {notice.over ? notice.closed ? '已销号' : '公示期满' : <b>公示中</b>}
                    <span className="num">
                      {notice.from} 至 {notice.until}
                    </span>
                  </p>
                  <h2>{notice.title}</h2>
                  <p className="quiet">
                    {notice.placeName} · {notice.kind}
                    {notice.inspection && <> · {notice.inspection}</>}
                  </p>
                  {notice.text && <p className="publicity-text">{notice.text}</p>}
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
    </>
  );
}
