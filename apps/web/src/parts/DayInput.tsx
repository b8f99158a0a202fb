import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type FormEvent, useState } from 'react';

dayjs.locale('zh-cn');

interface Props {
  id?: string;
  /** `2026-05-03`; empty or absent: none. */
  value?: string | undefined;
  onChange?: (day: string | undefined) => void;
  min?: string;
  max?: string;
  disabled?: boolean;
  style?: React.CSSProperties;
  'aria-label'?: string;
}

/** One calendar day, picked or typed as 2026-05-03. */
export function DayInput({ value, onChange, min, max, style, ...rest }: Props) {
  const [open, setOpen] = useState(false);
  const [typing, setTyping] = useState(false);
  // Typing instead of picking: the calendar gets out of the way, and a whole day counts at once.
  const typed = (event: FormEvent<HTMLElement>) => {
    setTyping(true);
    const text = event.target instanceof HTMLInputElement ? event.target.value.trim() : '';
    const day = dayjs(text);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text) && day.isValid() && day.format('YYYY-MM-DD') === text)
      onChange?.(text);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to the field inside
    <span className="day-input" style={style} onInput={typed} onMouseDown={() => setTyping(false)}>
      <DatePicker
        {...rest}
        open={open && !typing}
        onOpenChange={setOpen}
        style={{ width: '100%' }}
        value={value ? dayjs(value) : null}
        onChange={(picked) => onChange?.(picked ? picked.format('YYYY-MM-DD') : undefined)}
        placeholder="年-月-日"
        {...(min ? { minDate: dayjs(min) } : {})}
        {...(max ? { maxDate: dayjs(max) } : {})}
      />
    </span>
  );
}
