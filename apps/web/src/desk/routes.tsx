import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { Frame } from './Frame.tsx';
import { Loading } from './Loading.tsx';
import { NotFound, PageBroke } from './NotFound.tsx';
import { PublicFrame } from './PublicFrame.tsx';

/** A page in its own chunk. */
function page(path: string, load: () => Promise<{ default: ComponentType }>): RouteObject {
  return { path, lazy: async () => ({ Component: (await load()).default }) };
}

export const router = createBrowserRouter([
  {
    Component: PublicFrame,
    HydrateFallback: Loading,
    ErrorBoundary: PageBroke,
    children: [
      page('login', () => import('../pages/identity/Login.tsx')),
      page('who', () => import('../pages/responsibility/Who.tsx')),
      page('publicity', () => import('../pages/issues/Publicity.tsx')),
      page('follow/:token', () => import('../pages/issues/Follow.tsx')),
    ],
  },
  {
    Component: Frame,
    HydrateFallback: Loading,
    ErrorBoundary: PageBroke,
    children: [
      page('/', () => import('../pages/issues/Today.tsx')),
      page('issues', () => import('../pages/issues/Ledger.tsx')),
      page('issues/new', () => import('../pages/issues/NewIssue.tsx')),
      page('issues/hand-down', () => import('../pages/issues/HandDown.tsx')),
      page('issues/:id', () => import('../pages/issues/IssuePage.tsx')),
      page('overview', () => import('../pages/issues/Overview.tsx')),
      page('places', () => import('../pages/responsibility/Places.tsx')),
      page('places/:code', () => import('../pages/responsibility/PlacePage.tsx')),
      page('people', () => import('../pages/responsibility/People.tsx')),
      page('posts', () => import('../pages/responsibility/Posts.tsx')),
      page('posts/:id', () => import('../pages/responsibility/PostPage.tsx')),
      page('zones', () => import('../pages/responsibility/Zones.tsx')),
      page('reaches', () => import('../pages/responsibility/Reaches.tsx')),
      page('journal', () => import('../pages/platform/Journal.tsx')),
      page('notices', () => import('../pages/platform/Notices.tsx')),
      page('account', () => import('../pages/identity/MyAccount.tsx')),
      page('accounts', () => import('../pages/identity/Accounts.tsx')),
      page('logins', () => import('../pages/identity/Logins.tsx')),
      { path: '*', Component: NotFound },
    ],
  },
]);
