import { setLargeType, useLargeType } from './largeType.ts';

export function LargeTypeButton() {
  const large = useLargeType();
  return (
    <button type="button" className="plain" aria-pressed={large} onClick={() => setLargeType(!large)}>
      {large ? '标准字号' : '长辈版（大字）'}
    </button>
  );
}
