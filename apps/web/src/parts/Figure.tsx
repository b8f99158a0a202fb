import { Link } from 'react-router';

/** A counted number; opens the list that it counts. */
export function Figure({ of, label }: { of: { count: number; query: string }; label: string }) {
  const query = of.query.startsWith('?') ? of.query : `?${of.query}`;
  return (
    <Link
      className={of.count === 0 ? 'figure zero' : 'figure'}
      to={`/issues${query}`}
      aria-label={`${label} ${of.count} 件，打开清单`}
    >
      {of.count}
    </Link>
  );
}
