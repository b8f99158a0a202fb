import { type State, states } from '@qingshan/contract';

export function StateTag({ state }: { state: State }) {
  return <span className={`state state-${states[state].tone}`}>{states[state].label}</span>;
}
