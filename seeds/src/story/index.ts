import { cloudridge } from './cloudridge.story.ts';
import { orchard } from './orchard.story.ts';
import { riverbank } from './riverbank.story.ts';
import { riverside } from './riverside.story.ts';
import type { Told } from './told.ts';

/** The year of the county as it is told, by places. */
export const story: readonly Told[] = [...riverside, ...orchard, ...cloudridge, ...riverbank];
