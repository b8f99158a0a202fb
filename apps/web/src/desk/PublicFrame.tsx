import { Link, Outlet } from 'react-router';
import { LargeTypeButton } from './LargeTypeButton.tsx';

/** Frame of the pages that need no account. */
export function PublicFrame() {
  return (
    <div className="public">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="top public-top">
        <Link to="/login" className="brand">
          <img src="/mountain.svg" alt="" width="26" height="26" />
          <b>青山</b>
        </Link>
        <span className="grow" />
        <LargeTypeButton />
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
