import { AimOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { Spot } from './MapView.tsx';

interface Props {
  value: Spot | null;
  onPick: (spot: Spot, how: 'map' | 'gps', accuracyM?: number) => void;
}

const shown = (degrees: number | undefined) => (degrees === undefined ? '' : degrees.toFixed(6));

const refusals: Record<number, string> = {
  1: '没有得到定位许可，请在浏览器里允许后再试，或在地图上点选',
  2: '暂时定不了位，请到开阔处再试，或在地图上点选',
  3: '定位超时，请再试一次，或在地图上点选',
};

/** Longitude and latitude to type, and my position: what the map does, without the map. */
export function SpotFields({ value, onPick }: Props) {
  const [lon, setLon] = useState(shown(value?.lon));
  const [lat, setLat] = useState(shown(value?.lat));
  const [refusal, setRefusal] = useState<string | null>(null);
  const [locating, setLocating] = useState(false);
  useEffect(() => {
    setLon(shown(value?.lon));
    setLat(shown(value?.lat));
  }, [value]);

  function typed() {
    const spot = { lon: Number(lon), lat: Number(lat) };
    const fits = lon.trim() && lat.trim() && Math.abs(spot.lon) <= 180 && Math.abs(spot.lat) <= 90;
    if (!fits) setRefusal('经度在 -180 到 180 之间，纬度在 -90 到 90 之间，例如 104.123456 与 30.123456');
    else {
      setRefusal(null);
      onPick(spot, 'map');
    }
  }
  function locate() {
    setRefusal(null);
    if (!navigator.geolocation) {
      setRefusal('这台设备不能定位，请在地图上点选');
      return;
    }
    setLocating(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLocating(false);
        onPick({ lon: coords.longitude, lat: coords.latitude }, 'gps', Math.min(100_000, coords.accuracy));
      },
      (error) => {
        setLocating(false);
        setRefusal(refusals[error.code] ?? '定位失败，请在地图上点选');
      },
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  }
  return (
    <div className="spot-field">
      <div className="coordinates">
        <Button icon={<AimOutlined />} onClick={locate} loading={locating}>
          用我的位置
        </Button>
        <details className="typed">
          <summary>输入坐标</summary>
          <div className="coordinates">
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is inside */}
            <label>
              <span>经度</span>
              <Input
                value={lon}
                inputMode="decimal"
                aria-label="经度"
                onChange={(event) => setLon(event.target.value)}
                onPressEnter={(event) => {
                  event.preventDefault();
                  typed();
                }}
              />
            </label>
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is inside */}
            <label>
              <span>纬度</span>
              <Input
                value={lat}
                inputMode="decimal"
                aria-label="纬度"
                onChange={(event) => setLat(event.target.value)}
                onPressEnter={(event) => {
                  event.preventDefault();
                  typed();
                }}
              />
            </label>
            <Button onClick={typed} disabled={!lon || !lat}>
              定到坐标
            </Button>
          </div>
        </details>
      </div>
      {refusal && (
        <p role="alert" className="refusal">
          {refusal}
        </p>
      )}
    </div>
  );
}
