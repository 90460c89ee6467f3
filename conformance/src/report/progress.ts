import type pc from "picocolors";
import type { DiscoveredCase } from "../discover-cases.ts";
import type { Redactor } from "../redact.ts";
import type { RequirementResult } from "../run-report.ts";
import type { RunSettings } from "../settings.ts";
import { resultLine } from "./terminal.ts";

type Colors = ReturnType<typeof pc.createColors>;

const CLEAR_LINE = "\r\u001b[2K";

export interface ProgressOptions {
  readonly stream: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly redactor: Redactor;
  readonly colors: Colors;
  readonly quiet: boolean;
  /** Milliseconds from any moment on. */
  readonly now?: () => number;
}

/**
 * What a person sees while a run is under way: on a terminal one line that stays at the bottom, below what did not pass;
 * elsewhere a line for each requirement.
 */
export class Progress {
  readonly #options: ProgressOptions;
  readonly #now: () => number;
  readonly #counts = new Map<string, number>();
  #begun = 0;
  #readOnly = false;

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
  }

  /** Says what is about to happen to the node, before it happens. */
  announce({ url, level, readOnly }: RunSettings): void {
    this.#readOnly = readOnly;
    const what = readOnly
      ? "the run is read-only: it sends nothing but GET"
      : "the run books, moves and cancels sessions of its own";
    this.#print(`Certifying ${url} for ${level.toUpperCase()}; ${what}.`);
  }

  /** The set-up is fine, and the cases begin. */
  start(cases: readonly DiscoveredCase[]): void {
    this.#begun = this.#now();
    const phase = (name: string) => (this.#readOnly ? 0 : cases.filter((one) => one.definition.phase === name).length);
    const heavy = [
      phase("clock") > 0 ? `${phase("clock")} move the sandbox clock` : "",
      phase("burst") > 0 ? `${phase("burst")} exhaust the public rate limit` : "",
    ].filter(Boolean);
    this.#print(
      `${cases.length} cases${heavy.length > 0 ? `; the last ones disturb others: ${heavy.join(", ")}` : ""}.`,
    );
  }

  result(result: RequirementResult, position: { done: number; of: number }): void {
    this.#counts.set(result.verdict, (this.#counts.get(result.verdict) ?? 0) + 1);
    const left = this.#left(position);
    const { stream, colors } = this.#options;
    const line = resultLine(result, { ...position, left: stream.isTTY ? "" : left }, colors);
    if (!stream.isTTY) this.#print(line);
    else {
      if (result.verdict !== "PASS" && result.verdict !== "NOT_APPLICABLE") this.#print(line);
      this.#status(position, left);
    }
  }

  /** Takes the line at the bottom away. */
  end(): void {
    if (this.#options.stream.isTTY && !this.#options.quiet) this.#options.stream.write(CLEAR_LINE);
  }

  #status(position: { done: number; of: number }, left: string): void {
    const { stream, quiet, colors } = this.#options;
    if (quiet) return;
    const counts = [...this.#counts].map(([verdict, count]) => `${count} ${verdict}`).join(", ");
    const text = `${position.done}/${position.of}  ${counts}${left === "" ? "" : `  ${left}`}`;
    stream.write(`${CLEAR_LINE}${colors.dim(text.slice(0, (stream.columns ?? 80) - 1))}`);
  }

  #print(text: string): void {
    const { stream, redactor, quiet } = this.#options;
    if (quiet) return;
    stream.write(`${stream.isTTY ? CLEAR_LINE : ""}${redactor.text(text)}\n`);
  }

  /** `about 12 s left`, from the pace so far; nothing while that says little. */
  #left({ done, of }: { done: number; of: number }): string {
    const elapsed = this.#now() - this.#begun;
    if (done < 5 || done >= of || elapsed < 1_000) return "";
    return `about ${Math.max(1, Math.round(((elapsed / done) * (of - done)) / 1000))} s left`;
  }
}
