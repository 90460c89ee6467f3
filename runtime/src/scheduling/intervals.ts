/** A half-open span of time `[start, end)` in epoch milliseconds (lifecycle 9.1). */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share an instant; one that ends when the other starts does not (SVC-SCHED-004). */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The same instants as sorted spans that neither touch nor overlap; empty ones vanish. */
export function union(spans: readonly Interval[]): Interval[] {
  const merged: { start: number; end: number }[] = [];
  const sorted = spans.filter(({ start, end }) => start < end).toSorted((a, b) => a.start - b.start);
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** The instants of `from` that are in none of `taken`. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const holes = union(taken);
  return union(from).flatMap((span) => {
    const rest: Interval[] = [];
    let start = span.start;
    for (const hole of holes) {
      if (hole.end <= start) continue;
      if (hole.start >= span.end) break;
      if (hole.start > start) rest.push({ start, end: hole.start });
      start = hole.end;
    }
    if (start < span.end) rest.push({ start, end: span.end });
    return rest;
  });
}

/** Whether the whole span lies within one of the given ones, which neither touch nor overlap. */
export function contains(open: readonly Interval[], span: Interval): boolean {
  return open.some(({ start, end }) => start <= span.start && span.end <= end);
}

/** The largest number of spans that share one instant of `within`. */
export function mostAtOnce(spans: readonly Interval[], within: Interval): number {
  const inside = spans.filter((span) => overlaps(span, within));
  // The number only rises where a span starts, or at the start of `within`.
  const starts = [within.start, ...inside.map(({ start }) => start).filter((start) => start > within.start)];
  return Math.max(
    ...starts.map((instant) => inside.filter(({ start, end }) => start <= instant && instant < end).length),
  );
}
