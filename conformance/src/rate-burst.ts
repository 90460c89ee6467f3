import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";

/** Sent when a node declares no limit; a limit above this could not be told from none. */
const MOST_UNDECLARED = 600;
/** A burst is not a load test: whoever declares more than this is not exhausted. */
const MOST_SENT = 4_000;
const WIDTH = 16;

/** What a burst met. */
export interface Burst {
  readonly sent: number;
  /** The first limited answer, or null. */
  readonly limited: Answer | null;
  readonly last: Answer;
}

/** Searches without a credential until the node limits it, at most twice as often as the limit that it declares. */
export async function exhaust(context: CaseContext, query: Readonly<Record<string, string>>): Promise<Burst> {
  const search = () => context.node.call("registry.search", { query, takeRateLimit: true });
  let last = await search();
  let sent = 1;
  const declared = Number(last.header("x-ratelimit-limit"));
  const most = Number.isInteger(declared) && declared > 0 ? Math.min(declared * 2, MOST_SENT) : MOST_UNDECLARED;
  while (last.status !== 429 && sent < most) {
    const answers = await Promise.all(Array.from({ length: Math.min(WIDTH, most - sent) }, search));
    sent += answers.length;
    last = answers.find((answer) => answer.status === 429) ?? answers.at(-1) ?? last;
  }
  return { sent, limited: last.status === 429 ? last : null, last };
}
