import { verbCodes, verbs } from '@qingshan/contract';

/** Event kinds to filter by: every act on a problem. */
export const journalKinds: { value: string; label: string }[] = verbCodes.map((verb) => ({
  value: `issue.${verb}`,
  label: verbs[verb].label,
}));
