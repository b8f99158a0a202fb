/** Days and times as read in Asia/Shanghai, wherever the browser stands. */
const zone = 'Asia/Shanghai';
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `2026-05-03 14:05` */
export function moment(instant: string): string {
  return parts.format(new Date(instant)).replace(', ', ' ');
}

/** `2026-05-03` */
export function dayOf(instant: string): string {
  return moment(instant).slice(0, 10);
}

export function today(nowMs: number = Date.now()): string {
  return dayOf(new Date(nowMs).toISOString());
}

/** The day `count` days after (or before) a day. */
export function dayPlus(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}
