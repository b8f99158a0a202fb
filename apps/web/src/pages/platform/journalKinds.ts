import { eventLabels } from '@qingshan/contract';

/** Event kinds to filter by. */
export const journalKinds = Object.entries(eventLabels).map(([value, label]) => ({ value, label }));
