import { type Category, categories, countyOf } from '@qingshan/contract';
import { Input } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { client, sentenceOf } from '../../api/client.ts';
import { useAsk } from '../../api/useAsk.ts';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { MapView, type Spot } from '../../map/MapView.tsx';
import { SpotFields } from '../../map/SpotFields.tsx';
import { Answer } from '../../parts/Answer.tsx';
import { DayInput } from '../../parts/DayInput.tsx';
import { today } from '../../parts/time.ts';
import { useSettled } from '../../parts/useSettled.ts';
import { rememberedCounty } from '../../session/county.ts';
import { ResponsibleList } from './ResponsibleList.tsx';
import './places.css';
import './who.css';

/** 谁负责这里, for anyone: by name, by my position, by a click on the map. */
export default function Who() {
  const [search, setSearch] = useSearchParams();
  const code = search.get('place');
  const on = search.get('on') ?? undefined;
  const [words, setWords] = useState('');
  const [spot, setSpot] = useState<Spot | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const q = useSettled(words.trim());
  const anyPlace = useAsk('searchPlaces', { query: { limit: 50 } }, { staleMs: 3_600_000 });
  const first = anyPlace.data?.items.find((place) => place.kind === 'county')?.code;
  const known = search.get('county') ?? rememberedCounty();
  const county = known ?? (code ? countyOf(code) : first && countyOf(first));
  const found = useAsk(
    'searchPlaces',
    { query: { q, limit: 12, ...(county ? { within: county } : {}) } },
    { enabled: q.length > 0, keepLast: true },
  );

  const about = Object.hasOwn(categories, search.get('about') ?? '')
    ? (search.get('about') as Category)
    : null;
  const nothingFound =
    q.length > 0 && (found.isError || (!found.isPlaceholderData && found.data?.items.length === 0));
  const shown = nothingFound ? null : code;
  const shapes = useOutline(county, shown);
  /** Changes what is asked; what is not named stays. */
  const ask = (change: { place?: string | null; on?: string | null; about?: Category | null }) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      for (const [key, value] of Object.entries(change)) {
        if (value) after.set(key, value);
        else after.delete(key);
      }
      return after;
    });
  const choose = (place: string) => {
    setRefusal(null);
    ask({ place });
  };
  /** What was found before does not stand beside a search that found nothing. */
  function miss(sentence: string) {
    setRefusal(sentence);
    ask({ place: null });
  }
  async function pick(picked: Spot) {
    setSpot(picked);
    setRefusal(null);
    try {
      const { place } = await client.call('locatePlace', {
        query: { ...picked, ...(county ? { county } : {}) },
      });
      if (place) choose(place.code);
      else miss('这个位置不在已知的区划内，请换个位置，或按村名查找');
    } catch (error) {
      miss(sentenceOf(error));
    }
  }
  return (
    <>
      <PageTitle title="谁负责这里" />
      <div className="who">
        <div className="stack who-search">
          <Input
            size="large"
            allowClear
            value={words}
            onChange={(event) => setWords(event.target.value)}
            placeholder="输入村名或组名，如 柳湾村"
            aria-label="按村名查找"
            maxLength={40}
          />
          {q && (
            <Answer of={found} lines={3}>
              {({ items }) =>
                items.length === 0 ? (
                  <p className="quiet">没有找到“{q}”，请换个名称。</p>
                ) : (
                  <ul className="found" aria-label="找到的地点">
                    {items.map((place) => (
                      <li key={place.code}>
                        <button
                          type="button"
                          className="plain boxed"
                          onClick={() => {
                            setWords('');
                            choose(place.code);
                          }}
                        >
                          {place.pathName || place.name}
                        </button>
                      </li>
                    ))}
                  </ul>
                )
              }
            </Answer>
          )}
          <SpotFields value={spot} onPick={(picked) => pick(picked)} />
          {refusal && (
            <p role="alert" className="refusal">
              {refusal}
            </p>
          )}
        </div>
        <div className="who-answer">
          {shown ? (
            <Names code={shown} on={on} about={about} onAsk={ask} />
          ) : (
            <p className="nothing">输入村名、用当前位置，或在地图上点一下，这里会列出责任人。</p>
          )}
        </div>
        <div className="who-map">
          {county && (
            <MapView
              tall
              county={county}
              shapes={shapes}
              picked={spot}
              onPick={pick}
              label="在地图上点一下，查谁负责"
            />
          )}
        </div>
      </div>
    </>
  );
}

/** Outline of the village (or town) asked about, from the basemap. */
function useOutline(county: string | undefined, code: string | null): unknown[] {
  const basemap = useAsk(
    'getBasemap',
    { query: { county: county ?? '' } },
    { enabled: county !== undefined && code !== null, staleMs: 3_600_000 },
  );
  return useMemo(() => {
    const { features = [] } = (basemap.data?.divisions ?? {}) as {
      features?: { id: string; geometry: unknown }[];
    };
    const found = features.find((feature) => feature.id === code?.slice(0, 12).padEnd(12, '0'));
    return found ? [found.geometry] : [];
  }, [basemap.data, code]);
}

interface NamesProps {
  code: string;
  on: string | undefined;
  about: Category | null;
  onAsk: (change: { on?: string | null; about?: Category | null }) => void;
}

function Names({ code, on, about, onAsk }: NamesProps) {
  const asked = useAsk(
    'getResponsible',
    { params: { code }, query: { ...(on ? { on } : {}), ...(about ? { about } : {}) } },
    { keepLast: true },
  );
  return (
    <Answer of={asked}>
      {({ path, place, posts, first, on: shownOn }) => (
        <section className="panel flat" aria-label="责任人" aria-live="polite">
          <h2>{path.map((step) => step.name).join(' · ') || place.name}</h2>
          <fieldset className="about">
            <legend className="quiet">什么问题</legend>
            <Chip chosen={about === null} onChoose={() => onAsk({ about: null })} label="不限" />
            {Object.entries(categories).map(([category, label]) => (
              <Chip
                key={category}
                chosen={about === category}
                onChoose={() => onAsk({ about: category as Category })}
                label={label}
              />
            ))}
          </fieldset>
          <ResponsibleList posts={posts} first={first} />
          <p className="row quiet who-day">
            <span className="num">{shownOn} 的责任人</span>
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is inside */}
            <label className="row">
              查某一天
              <DayInput
                style={{ width: '11rem' }}
                max={today()}
                value={on}
                onChange={(day) => onAsk({ on: day ?? null })}
              />
            </label>
          </p>
        </section>
      )}
    </Answer>
  );
}

function Chip({ chosen, onChoose, label }: { chosen: boolean; onChoose: () => void; label: string }) {
  return (
    <button type="button" className="chip" aria-pressed={chosen} onClick={onChoose}>
      {label}
    </button>
  );
}
