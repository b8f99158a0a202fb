import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** Shown beside the title. */
  children?: ReactNode;
}

/** Heading of a page and title of its tab. */
export function PageTitle({ title, children }: Props) {
  return (
    <div className="page-title">
      <title>{`${title} · 青山`}</title>
      <h1>{title}</h1>
      {children && <div className="page-acts">{children}</div>}
    </div>
  );
}
