import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useState } from 'react';

dayjs.locale('zh-cn');

interface Props {
  id?: string;
  /** `2026-05-03`; empty or absent: none. */
  value?: string | undefined;
  onChange?: (day: string | undefined) => void;
  min?: string;
  max?: string;
  style?: React.CSSProperties;
  'aria-label'?: string;
}

/** One calendar day, picked or typed as 2026-05-03. */
export function DayInput({ value, onChange, min, max, style, ...rest }: Props) {
  const [open, setOpen] = useState(false);
  const [typing, setTyping] = useState(false);
  // Typing instead of picking: the calendar gets out of the way.
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to the field inside
    <span
      className="day-input"
      style={style}
      onInput={() => setTyping(true)}
      onMouseDown={() => setTyping(false)}
    >
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
