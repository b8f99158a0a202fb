import { Select } from 'antd';
import { useState } from 'react';
import { useAsk } from '../../api/useAsk.ts';

interface Props {
  county: string;
  onChoose: (code: string | undefined, name: string | undefined) => void;
}

interface Chosen {
  code: string;
  name: string;
}

const names = ['乡镇', '村', '组、网格'];

/** County → town → village → group, one box after the other. */
export function PlaceSteps({ county, onChoose }: Props) {
  const [chosen, setChosen] = useState<Chosen[]>([]);
  return (
    <div className="place-steps">
      {names.map((name, depth) => {
        const parent = depth === 0 ? county : chosen[depth - 1]?.code;
        return parent ? (
          <Step
            key={parent}
            name={name}
            parent={parent}
            value={chosen[depth]?.code}
            onChange={(next) => {
              const path = [...chosen.slice(0, depth), ...(next ? [next] : [])];
              setChosen(path);
              const last = path.at(-1);
              onChoose(last?.code, last && path.map((step) => step.name).join(' · '));
            }}
          />
        ) : null;
      })}
    </div>
  );
}

interface StepProps {
  name: string;
  parent: string;
  value: string | undefined;
  onChange: (chosen: Chosen | null) => void;
}

function Step({ name, parent, value, onChange }: StepProps) {
  const children = useAsk('searchPlaces', { query: { parent, limit: 500 } }, { staleMs: 300_000 });
  const items = children.data?.items ?? [];
  if (children.data && items.length === 0) return null;
  return (
    <Select
      aria-label={name}
      placeholder={`选择${name}`}
      allowClear
      loading={children.isFetching}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      options={items.map((item) => ({ value: item.code, label: item.name }))}
      onChange={(code: string | null) => {
        const item = items.find((one) => one.code === code);
        onChange(item ? { code: item.code, name: item.name } : null);
      }}
    />
  );
}
