import { issueKinds } from '@qingshan/contract';
import type { Roster } from '../county/roster.ts';
import { story } from './index.ts';
import { keyOf } from './plan.ts';
import { likelyFixer, placeOf, raiserPost } from './who.ts';

/** People of villages who raise or put right something in the story. */
export function playersOf(roster: Roster): ReadonlySet<string> {
  const posts = story.flatMap((issue, index) => {
    const { village } = placeOf(issue.place);
    const owners: readonly string[] = issueKinds[issue.kind].owners;
    return [
      raiserPost(issue, keyOf(issue, index)),
      likelyFixer(issue),
      owners.includes('river_chief') ? `${village}-river` : null,
      owners.includes('forest_chief') ? `${village}-forest` : null,
    ];
  });
  const wanted = new Set(posts.filter((post) => post !== null));
  return new Set(roster.terms.filter((term) => wanted.has(term.post.key)).map((term) => term.person.id));
}
