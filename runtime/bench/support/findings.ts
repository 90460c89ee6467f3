/** A goal, and what a run saw of it. */
export interface Finding {
  readonly goal: string;
  readonly seen: string;
  /** Null: there is no goal, the figure stands for itself. */
  readonly met: boolean | null;
}

/** What the command asks of every bench. */
export interface BenchOptions {
  readonly dialects: readonly ("sqlite" | "postgres")[];
  /** Sizes of the database, in sessions, ascending. */
  readonly sessions: readonly number[];
  /** Multiplies every duration. */
  readonly effort: number;
}

/** A bench: prints what it sees on the way, and answers its findings. */
export type Bench = (options: BenchOptions) => Promise<readonly Finding[]>;

/** Prints findings as a table. */
export function printFindings(findings: readonly Finding[]): void {
  const width = Math.max(...findings.map(({ goal }) => goal.length));
  const seenWidth = Math.max(...findings.map(({ seen }) => seen.length));
  console.log(`\n${"goal".padEnd(width)}  ${"seen".padEnd(seenWidth)}`);
  for (const { goal, seen, met } of findings) {
    console.log(`${goal.padEnd(width)}  ${seen.padEnd(seenWidth)}  ${met === null ? "" : met ? "met" : "MISSED"}`);
  }
}

export const ratio = (value: number) => value.toFixed(2);
