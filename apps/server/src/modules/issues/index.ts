export { actInside } from './actions/act.ts';
export { raiseInside } from './actions/raise.ts';
export { type ImportReport, importIssues } from './import/import.ts';
export { type ImportMap, readMap } from './import/map.ts';
export { issueJobs, remindDeadlines } from './jobs.ts';
export { openWorkAt } from './queries/figures.ts';
export { issueNumbers } from './queries/number.ts';
export { mayReadFile } from './queries/photos.ts';
export { issueRoutes } from './routes.ts';
