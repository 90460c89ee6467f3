/** One answer, as the tally takes it. */
export interface Counted {
  /** Which kind of call it was, such as `scheduling.book` or `mcp scheduling_book`. */
  readonly operation: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Code of the refusal. */
  readonly code?: string | undefined;
  readonly milliseconds: number;
}

/** Figures of one kind of call. */
export interface OperationFigures {
  readonly operation: string;
  readonly calls: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** How often each outcome came: a status, with the code of a refusal. */
  readonly outcomes: Readonly<Record<string, number>>;
}

/** Collects answers and says how long they took and what came of them. */
export class Tally {
  readonly #answers = new Map<string, { times: number[]; outcomes: Map<string, number> }>();
  #count = 0;
  #failed = 0;
  #shed = 0;

  /** Answers so far. */
  get count(): number {
    return this.#count;
  }

  /** Answers of 500 and above save 503, and calls that were not answered. */
  get failed(): number {
    return this.#failed;
  }

  /** Answers of 503: not now. */
  get shed(): number {
    return this.#shed;
  }

  add({ operation, status, code, milliseconds }: Counted): void {
    let entry = this.#answers.get(operation);
    if (!entry) {
      entry = { times: [], outcomes: new Map() };
      this.#answers.set(operation, entry);
    }
    const outcome = code === undefined ? String(status) : `${status} ${code}`;
    entry.times.push(milliseconds);
    entry.outcomes.set(outcome, (entry.outcomes.get(outcome) ?? 0) + 1);
    this.#count += 1;
    if (status === 503) this.#shed += 1;
    else if (status >= 500 || status === 0) this.#failed += 1;
  }

  /** Milliseconds within which a share of all answers came, 0.5 or 0.99. */
  quantile(share: number): number {
    return quantileOf(
      [...this.#answers.values()].flatMap(({ times }) => times),
      share,
    );
  }

  /** By kind of call, the most frequent first. */
  figures(): OperationFigures[] {
    return [...this.#answers]
      .map(([operation, { times, outcomes }]) => ({
        operation,
        calls: times.length,
        p50: quantileOf(times, 0.5),
        p99: quantileOf(times, 0.99),
        outcomes: Object.fromEntries([...outcomes].toSorted(([one], [other]) => one.localeCompare(other))),
      }))
      .toSorted((one, other) => other.calls - one.calls || one.operation.localeCompare(other.operation));
  }
}

/** The value below which a share of all values lies; 0 of none. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
