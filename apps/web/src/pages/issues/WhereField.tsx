import { fullPlaceCode, type RaiseIssue } from '@qingshan/contract';
import { useState } from 'react';
import { client, sentenceOf } from '../../api/client.ts';
import { MapView, type Spot } from '../../map/MapView.tsx';
import { SpotFields } from '../../map/SpotFields.tsx';
import { PlaceSelect } from '../../parts/PlaceSelect.tsx';
import { useMe } from '../../session/me.tsx';
import { commonPlace, inReach, onlyPlace } from '../../session/reach.ts';
import { PlaceSteps } from './PlaceSteps.tsx';

export interface Where {
  placeCode?: string;
  position?: NonNullable<RaiseIssue['position']>;
}

interface Props {
  id?: string;
  value?: Where;
  onChange?: (where: Where) => void;
  /** Where a photo says that it was taken. */
  photoSpot: Spot | null;
}

/** Where it is: a click on the map, my position, a photo's position, or a division by name or step by step. */
export function WhereField({ id, value = {}, onChange, photoSpot }: Props) {
  const me = useMe();
  const [found, setFound] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [steps, setSteps] = useState(false);

  async function pick(spot: Spot, how: 'map' | 'gps' | 'photo', accuracyM?: number) {
    const position = { ...spot, how, ...(accuracyM === undefined ? {} : { accuracyM }) };
    setRefusal(null);
    onChange?.({ ...value, position });
    try {
      const { place, path, exact } = await client.call('locatePlace', {
        query: { lon: spot.lon, lat: spot.lat, county: me.countyCode },
      });
      if (!place) {
        setFound('这个位置不在已知的区划内，请在下面选择地点');
        return;
      }
      if (!inReach(place.code, me.reach)) {
        const mine = onlyPlace(me.reach);
        setFound(
          mine
            ? '已记下位置，地点仍为您负责的地方'
            : `这个位置在${place.name}，不在您负责的范围内，请另选地点`,
        );
        return;
      }
      const name = path.map((step) => step.name).join(' · ') || place.name;
      setFound(exact ? `位于 ${name}` : `按最近的点判断在 ${name}，不对请改选`);
      onChange?.({ placeCode: place.code, position });
    } catch (error) {
      setRefusal(sentenceOf(error));
    }
  }
  function choose(placeCode: string | undefined) {
    const { position } = value;
    setFound(null);
    onChange?.({
      ...(placeCode ? { placeCode } : {}),
      ...(position ? { position } : {}),
    });
  }
  const { position } = value;
  return (
    <div className="where">
      <PlaceSelect
        {...(id ? { id } : {})}
        within={commonPlace(me.reach, me.countyCode)}
        reach={me.reach}
        value={value.placeCode}
        onChange={choose}
        allowClear
      />
      <button type="button" className="plain link" aria-expanded={steps} onClick={() => setSteps(!steps)}>
        {steps ? '收起逐级选择' : '逐级选择'}
      </button>
      {steps && <PlaceSteps county={fullPlaceCode(me.countyCode)} onChoose={choose} />}
      {photoSpot && !position && (
        <p className="hint row">
          照片里带有拍摄位置。
          <button type="button" className="plain boxed" onClick={() => pick(photoSpot, 'photo')}>
            用照片的位置
          </button>
        </p>
      )}
      <MapView
        county={me.countyCode}
        area={me.area}
        picked={position ?? null}
        onPick={(spot) => pick(spot, 'map')}
        label="在地图上点选位置"
      />
      <SpotFields value={position ?? null} onPick={(spot, how, accuracyM) => pick(spot, how, accuracyM)} />
      {found && (
        <p role="status" className="quiet">
          {found}
        </p>
      )}
      {refusal && (
        <p role="alert" className="refusal">
          {refusal}
        </p>
      )}
    </div>
  );
}
