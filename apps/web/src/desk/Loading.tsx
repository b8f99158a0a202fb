/** Grey lines where text will stand. */
export function Loading({ lines = 5 }: { lines?: number }) {
  return (
    <div className="skeleton" role="status" aria-label="正在加载">
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity
        <span key={index} style={{ width: `${92 - ((index * 17) % 45)}%` }} />
      ))}
    </div>
  );
}
