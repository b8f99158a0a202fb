import {
  encodeFrame,
  type FireWeatherDay,
  FrameSplitter,
  fireWeather,
  type HourlyAir,
  hourlyAqi,
  type MoistureCodes,
  readingsOf,
  START_CODES,
  surfaceClass,
  type WaterSample,
} from '@qingshan/standards';

export const title = '标准库：每秒评价数（单核，含输入检查）';

const ROUND_MS = 4;
const ROUNDS = 200;
let sink = 0;

/** Operations a second of `step`, after a warm-up; the best of many short rounds, so that other work on the machine counts little. */
function rate(step: (i: number) => number, stepsAtOnce = 200, warmUp = 20_000): number {
  let best = 0;
  for (let i = 0; i < warmUp; i += 1) sink += step(i);
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    let done = 0;
    while (performance.now() - began < ROUND_MS)
      for (let i = 0; i < stepsAtOnce; i += 1, done += 1) sink += step(done);
    best = Math.max(best, (done / (performance.now() - began)) * 1000);
  }
  return best;
}

/** A yardstick of the same run: JSON parsing of a small record, so that figures of different machines compare. */
function calibration(): number {
  const text =
    '{"pm25":75,"pm10":150,"so2":9,"no2":40,"co":0.9,"o3":60,"station":"1001A","time":"2026-03-01T08:00:00+08:00"}';
  return rate(() => JSON.parse(text).pm25);
}

function aqiRate(): number {
  const hours = Array.from({ length: 997 }, (_, i) => ({
    pm25: (i * 7) % 400,
    pm10: (i * 11) % 500,
    so2: (i % 60) + 0.5,
    no2: (i * 3) % 200,
    co: ((i % 40) + 1) / 10,
    o3: (i * 5) % 300,
  })) as unknown as HourlyAir[];
  return rate(
    (i) => hourlyAqi(hours[i % 997] as HourlyAir, { on: i % 2 ? '2026-04-01' : '2025-04-01' }).aqi ?? 0,
  );
}

function waterRate(): number {
  const samples = Array.from({ length: 997 }, (_, i) => ({
    ph: 6.5 + (i % 20) / 10,
    do: 2 + (i % 80) / 10,
    codmn: (i % 160) / 10,
    cod: (i % 450) / 10,
    bod5: (i % 110) / 10,
    nh3n: (i % 25) / 10,
    tp: (i % 45) / 100,
    tn: 2,
    cu: 0.005,
    zn: 0.02,
    fluoride: 0.4,
    se: 0.001,
    as: 0.002,
    hg: 0.00002,
    cd: 0.0005,
    cr6: 0.004,
    pb: 0.005,
    cyanide: 0.002,
    volatile_phenol: 0.001,
    petroleum: 0.02,
    las: 0.1,
    sulfide: 0.01,
    fecal_coliform: 900,
  })) as unknown as WaterSample[];
  return rate((i) => surfaceClass(samples[i % 997] as WaterSample, 'river', { on: '2026-04-01' }).class ?? 0);
}

function fireRate(): number {
  const days: FireWeatherDay[] = Array.from({ length: 365 }, (_, i) => ({
    date: new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
    temp_c: 5 + (i % 25),
    rh_pct: 20 + (i % 70),
    wind_kmh: i % 30,
    rain24_mm: i % 6 === 0 ? 4 : 0,
    lat: 27,
  }));
  let codes: MoistureCodes = START_CODES;
  return rate((i) => {
    const now = fireWeather(days[i % 365] as FireWeatherDay, i % 365 === 0 ? START_CODES : codes);
    codes = now;
    return now.fwi;
  });
}

const FACTORS = ['w01018', 'w21003', 'w21011', 'w21001', 'w01001', 'w01010', 'w00000', 'w01012'];

/** Frames a second through splitter, CRC, parser and checks, 64 frames a push; with `named` also the readings by name and unit. */
function frameRate(named: boolean): number {
  const frame = encodeFrame({
    qn: '20260301080000000',
    st: '32',
    cn: '2011',
    pw: '123456',
    mn: '010000A8900016F000169DC0',
    flag: { answer: true, packets: false, version: 1 },
    cp: [
      [['DataTime', '20260301080000']],
      ...FACTORS.map((code, i) => [[`${code}-Rtd`, `${12.5 + i}`] as const, [`${code}-Flag`, 'N'] as const]),
    ],
  });
  const batch = new Uint8Array(frame.length * 64);
  for (let i = 0; i < 64; i += 1) batch.set(frame, i * frame.length);
  const splitter = new FrameSplitter();
  const pushes = rate(
    () => {
      let values = 0;
      for (const event of splitter.push(batch))
        if (event.ok) values += named ? readingsOf(event.frame).length : event.frame.cp.length;
      return values;
    },
    1,
    400,
  );
  return pushes * 64;
}

/** Prints rates beside the targets and a calibration of the same run. */
export async function run(print: (line: string) => void): Promise<void> {
  const yardstick = calibration();
  print(`calibration: JSON.parse of a 110-byte record ${Math.round(yardstick).toLocaleString('en')}/s`);
  const figures: readonly (readonly [string, number, number])[] = [
    ['AQI, station-hours', aqiRate(), 200_000],
    ['water class, samples of 23 items', waterRate(), 200_000],
    ['fire weather, station-days', fireRate(), 300_000],
    ['HJ 212 decode, frames of 8 factors', frameRate(false), 100_000],
    ['HJ 212 decode with named readings', frameRate(true), 100_000],
  ];
  for (const [name, value, target] of figures) {
    const verdict = value >= target ? 'met' : 'MISSED';
    print(
      `${name}: ${Math.round(value).toLocaleString('en')}/s, ${(value / yardstick).toFixed(2)} × calibration, target ${target.toLocaleString('en')}/s ${verdict}`,
    );
  }
  if (sink === Number.POSITIVE_INFINITY) print('');
}
