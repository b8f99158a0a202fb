/** So many days back may a change of who holds a post be dated; further only by the county's administrator, with a reason. */
export const MOST_DAYS_BACK = 31;
