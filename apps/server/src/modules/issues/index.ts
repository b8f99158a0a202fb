export { actInside } from './actions/act.ts';
export { raiseInside } from './actions/raise.ts';
export { issueJobs, remindDeadlines } from './jobs.ts';
export { openWorkAt } from './queries/figures.ts';
export { mayReadFile } from './queries/photos.ts';
export { issueNumbers } from './queries/number.ts';
export { issueRoutes } from './routes.ts';
