import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { codeOf, quietClient, sentenceOf } from '../api/client.ts';
import { armSession } from '../api/lostSession.ts';
import { rememberCounty } from '../session/county.ts';
import { MeContext } from '../session/me.tsx';
import { SignInAgain } from '../session/SignInAgain.tsx';
import { Loading } from './Loading.tsx';
import { BottomBar, SideNav } from './Nav.tsx';
import { TopBar } from './TopBar.tsx';

/** Frame of the desk: waits for who is signed in, then shows bar, navigation and page. */
export function Frame() {
  const location = useLocation();
  const cache = useQueryClient();
  const me = useQuery({
    queryKey: ['getMe', {}],
    queryFn: () => quietClient.call('getMe'),
    staleTime: 300_000,
  });
  const main = useRef<HTMLElement>(null);
  const lastPath = useRef(location.pathname);
  useEffect(() => {
    if (lastPath.current === location.pathname) return;
    lastPath.current = location.pathname;
    main.current?.focus({ preventScroll: true });
  }, [location.pathname]);
  const signedIn = me.data !== undefined;
  const county = me.data?.countyCode;
  useEffect(() => {
    if (county) rememberCounty(county);
  }, [county]);
  useEffect(() => {
    armSession(signedIn);
    return () => armSession(false);
  }, [signedIn]);

  if (me.data) {
    return (
      <MeContext value={me.data}>
        <a className="skip" href="#main">
          跳到正文
        </a>
        <TopBar />
        <div className="desk">
          <SideNav />
          <main id="main" ref={main} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <BottomBar />
        <SignInAgain />
        <ScrollRestoration />
      </MeContext>
    );
  }
  if (me.error && codeOf(me.error) === 'not-signed-in') {
    const next = `${location.pathname}${location.search}`;
    return <Navigate replace to={next === '/' ? '/login' : `/login?next=${encodeURIComponent(next)}`} />;
  }
  if (me.error) {
    return (
      <main className="broken">
        <h1>暂时打不开</h1>
        <p role="alert">{sentenceOf(me.error)}</p>
        <button
          type="button"
          className="plain boxed"
          onClick={() => cache.invalidateQueries({ queryKey: ['getMe'] })}
        >
          重试
        </button>
      </main>
    );
  }
  return <Loading />;
}
