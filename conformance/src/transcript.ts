import { createHash } from "node:crypto";
import { parseJson } from "./answer.ts";
import { canonical, isRecord } from "./json-path.ts";

/** An exchange as the report shows it: without secrets. Anybody who has the report can compute its hash again. */
export interface TranscriptExchange {
  readonly sender: string;
  readonly operation: string | null;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | null;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly text: string;
  } | null;
  readonly sent_at_ms: number;
  readonly duration_ms: number;
  readonly limited: boolean;
}

/** What finds out about the node, explores or tidies up: it depends on what was on the node before. */
const NO_CASE: ReadonlySet<string> = new Set(["discovery", "clean-up", "exemplar", "walk", "fuzz"]);
/** No message of the protocol goes deeper; what is sent to break a server may. */
const DEEPEST = 64;
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/g;
const DAY = /\b\d{4}-\d{2}-\d{2}\b/g;
/** Whatever is too long and too odd to be a word: UUIDs, sortable ids, hashes, tokens. */
const OPAQUE = /\b(?=[\w-]*\d)[A-Za-z0-9][\w-]{15,}\b/g;
const DURATION_IN_TEXT = /\b\d+(?:\.\d+)? (?:seconds?|minutes?|hours?|days?|m?s)\b/g;
const DURATION_MEMBER = /(?:^|_)(?:days|hours|minutes|seconds|ms)(?:_|$)/;
const WAIT_MEMBER = /^(?:retry_after|uptime|elapsed|age)(?:_|$)/;
const ID_MEMBER = /(?:^|_)(?:id|token|key|hash|slug)$/;

/**
 * Hash by case over what it asked and got, in a form that two runs with one seed have in common (decision record 17):
 * ids are numbered in the order in which they turn up, moments are all alike, requests that were under way at the same
 * time have no order, repetitions count once, and of a collection only the form of its items counts.
 */
export function transcriptHashes(
  exchanges: Iterable<TranscriptExchange>,
  runWord: string,
): ReadonlyMap<string, string> {
  return new Map([...transcriptLines(exchanges, runWord)].map(([sender, lines]) => [sender, sha256(lines.join("\n"))]));
}

/** The same before it is hashed: a line for each exchange, by case. */
export function transcriptLines(
  exchanges: Iterable<TranscriptExchange>,
  runWord: string,
): ReadonlyMap<string, readonly string[]> {
  const bySender = new Map<string, Sent[]>();
  for (const exchange of exchanges) {
    if (NO_CASE.has(exchange.sender) || exchange.limited) continue;
    const sent = {
      from: exchange.sent_at_ms,
      until: exchange.sent_at_ms + exchange.duration_ms,
      line: lineOf(exchange, runWord),
    };
    const known = bySender.get(exchange.sender);
    if (known === undefined) bySender.set(exchange.sender, [sent]);
    else known.push(sent);
  }
  return new Map([...bySender].map(([sender, sent]) => [sender, normalised(sent)]));
}

/** One hash for a whole run, whatever the order of its cases. */
export function transcriptHash(byCase: ReadonlyMap<string, string>): string {
  const lines = [...byCase].map(([sender, hash]) => `${sender} ${hash}`).sort();
  return `sha256:${createHash("sha256").update(lines.join("\n")).digest("hex")}`;
}

interface Sent {
  readonly from: number;
  readonly until: number;
  /** Normalised, with ids still in it, between the marks of `ID`. */
  readonly line: string;
}

/** Marks around an id, of the private use area: nobody writes them, and JSON text keeps them as they are. */
const OPEN = "\uE000";
const CLOSE = "\uE001";
const MARKED = /\uE000([^\uE001]*)\uE001/g;

function normalised(sent: readonly Sent[]): readonly string[] {
  const ordered = [...sent].sort((a, b) => a.from - b.from);
  const lines: string[] = [];
  for (const group of simultaneous(ordered)) {
    // While ids are unnumbered, requests of one group compare by everything else.
    const blind = group.map(({ line }) => ({ line, key: line.replace(MARKED, "<id>") }));
    blind.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    lines.push(...(group.length > 1 ? blind.map(({ key }) => key) : blind.map(({ line }) => line)));
  }
  const numbers = new Map<string, number>();
  const numbered = lines.map((line) =>
    line.replace(MARKED, (_match, id: string) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      return `<${number}>`;
    }),
  );
  return numbered.filter((line, index) => line !== numbered[index - 1]);
}

/** Groups of requests that were under way together. */
function simultaneous(ordered: readonly Sent[]): readonly (readonly Sent[])[] {
  const groups: Sent[][] = [];
  let until = Number.NEGATIVE_INFINITY;
  for (const one of ordered) {
    const last = groups.at(-1);
    if (last !== undefined && one.from < until) last.push(one);
    else groups.push([one]);
    until = Math.max(until, one.until);
  }
  return groups;
}

function lineOf({ operation, request, response }: TranscriptExchange, runWord: string): string {
  const url = new URL(request.url);
  const query = Object.fromEntries([...url.searchParams].sort(([a], [b]) => (a < b ? -1 : 1)));
  const asked = {
    what: operation ?? `${request.method} ${url.pathname}`,
    path: url.pathname,
    query,
    as: credentialOf(request.headers),
    version: request.headers["x-servicialo-version"] ?? null,
    type: request.headers["content-type"] ?? null,
    repeatable: request.headers["idempotency-key"] !== undefined,
    body: request.body === null ? null : (parseJson(request.body) ?? request.body),
  };
  const got =
    response === null
      ? null
      : {
          status: response.status,
          type: response.headers["content-type"]?.split(";")[0] ?? null,
          body: bodyOf(response.text),
        };
  return canonical(withoutChance({ asked, got }, { runWord, name: "" }));
}

/** Which party asked, not with which token. */
function credentialOf(headers: Readonly<Record<string, string>>): string | null {
  const value = headers.authorization;
  if (value === undefined) return null;
  return /\$SERVICIALO_[A-Z_]+/.exec(value)?.[0] ?? "another";
}

function bodyOf(text: string): unknown {
  const body = parseJson(text);
  if (!isRecord(body)) return body ?? (text === "" ? "" : "<text>");
  // How many items there are, and which, depends on what the node held before.
  if (Array.isArray(body.data))
    return { ...body, data: formsOf(body.data), meta: formsOf([body.meta]), links: "<links>" };
  return body;
}

/** The distinct forms of values: names of members and types, nothing else. */
function formsOf(items: readonly unknown[]): readonly string[] {
  return [
    ...new Set(
      items.map((item) =>
        isRecord(item) ? `${String(item.type ?? "")} ${Object.keys(item).sort().join(",")}` : typeof item,
      ),
    ),
  ].sort();
}

function withoutChance(value: unknown, at: { runWord: string; name: string }, depth = 0): unknown {
  if (depth > DEEPEST) return "<deep>";
  if (typeof value === "string") return textWithoutChance(value, at);
  // How long something still takes, or how far off it is, is another moment in disguise.
  if (typeof value === "number") return isMeasured(at.name, value) ? "<duration>" : value;
  if (Array.isArray(value)) return value.map((item) => withoutChance(item, at, depth + 1));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      textWithoutChance(name, { ...at, name: "" }),
      withoutChance(member, { ...at, name }, depth + 1),
    ]),
  );
}

function isMeasured(name: string, value: number): boolean {
  return WAIT_MEMBER.test(name) || (DURATION_MEMBER.test(name) && !Number.isInteger(value));
}

function textWithoutChance(value: string, { runWord, name }: { runWord: string; name: string }): string {
  if (ID_MEMBER.test(name) && value !== "") return mark(value);
  const own = runWord === "" ? value : value.replaceAll(new RegExp(`${runWord}(?:-\\d+)?`, "g"), "<word>");
  return own
    .replace(INSTANT, "<moment>")
    .replace(DAY, "<day>")
    .replace(DURATION_IN_TEXT, "<duration>")
    .replace(/\bRun \d+\b/g, "Run <n>")
    .replace(OPAQUE, (id) => mark(id));
}

function mark(id: string): string {
  return `${OPEN}${id}${CLOSE}`;
}

function sha256(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}
