import type { Answer } from "./answer.ts";
import { isRecord, pick, pickList, pickText } from "./json-path.ts";

const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/g;
const DAY = /\b\d{4}-\d{2}-\d{2}\b/g;
/** Too long and too odd to be a word: an id, a hash, a token. */
const OPAQUE = /\b(?=[\w-]*\d)[A-Za-z0-9][\w-]{15,}\b/g;
const ID_MEMBER = /(?:^|_)(?:id|token|key|hash)$/;
/** A name or an address that the run made up, with its number. */
const MADE_UP = /certify-[\w-]+|Run \d+|Certification [\w-]+/g;
const MEASURED = /^(?:hours|minutes|seconds)_(?:before|left|remaining|until|since)$/;
/** What may differ between two doors without differing in meaning: addresses, and how long something takes. */
const APART: ReadonlySet<string> = new Set(["links", "uptime_seconds", "retry_after", "request_id", "trace_id"]);

/** What an answer says that must be the same whichever door it came through (channels 2.5). */
export interface NormalOutcome {
  readonly outcome: string;
  /** Of a refusal: where it points, in the words of flat arguments. */
  readonly pointers: readonly string[];
  /** Of an acceptance: its data without ids and moments; of a collection the forms of its items. */
  readonly data: unknown;
}

/** The outcome of one call without what chance decides: two calls with one meaning have the same. */
export function normalOutcome(answer: Answer): NormalOutcome {
  if (!answer.ok) {
    const errors = pickList(answer.body, "errors");
    return {
      outcome: `${answer.status} ${answer.errorCodes.join(", ")}`,
      pointers: [...new Set(errors.flatMap(pointerOf))].sort(),
      data: null,
    };
  }
  return { outcome: "done", pointers: [], data: withoutChance(answer.body) };
}

function pointerOf(error: unknown): readonly string[] {
  const pointer = pickText(error, "source.pointer")?.replace(/^\/data\/attributes(?=\/|$)/, "");
  const parameter = pickText(error, "source.parameter");
  if (pointer !== undefined) return [pointer];
  return parameter === undefined ? [] : [`/${parameter}`];
}

function withoutChance(value: unknown, name = ""): unknown {
  if (typeof value === "string") return ID_MEMBER.test(name) ? "<id>" : textWithoutChance(value);
  // How far off something is, is a moment in disguise.
  if (typeof value === "number") return MEASURED.test(name) ? "<duration>" : value;
  if (Array.isArray(value)) return formsOf(value);
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([member]) => !APART.has(member));
  return Object.fromEntries(kept.map(([member, one]) => [member, withoutChance(one, member)]));
}

/** Distinct forms of the items of a list: which and how many there are depends on what else happens on the node. */
function formsOf(items: readonly unknown[]): readonly string[] {
  const form = (item: unknown): string =>
    isRecord(item)
      ? `${pickText(item, "type") ?? ""} ${Object.keys(item).sort().join(",")} ${attributeNames(item)}`.trim()
      : typeof item;
  return [...new Set(items.map(form))].sort();
}

function attributeNames(item: unknown): string {
  const attributes = pick(item, "attributes");
  return isRecord(attributes) ? `(${Object.keys(attributes).sort().join(",")})` : "";
}

function textWithoutChance(value: string): string {
  return value.replace(MADE_UP, "<name>").replace(INSTANT, "<moment>").replace(DAY, "<day>").replace(OPAQUE, "<id>");
}
