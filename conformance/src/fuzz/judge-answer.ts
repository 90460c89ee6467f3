import type { Answer } from "../answer.ts";
import type { RequirementId } from "../artefacts.ts";
import { LEAKS } from "../leak-patterns.ts";
import type { SchemaValidator } from "../schema-validator.ts";
import type { FuzzPool } from "./fuzz-pool.ts";

/** Something that an answer to odd input must not be. */
export interface FuzzFinding {
  readonly requirement: RequirementId;
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}

/** Requirements that the answers to odd input are held against, with what is expected of them. */
export const FUZZED: Readonly<Record<string, string>> = {
  "SVC-ERR-001": "whatever is sent, the answer is no server error, and a refusal is the error envelope",
  "SVC-ERR-004": "whatever is sent, a refusal reveals nothing of the inside",
  "SVC-SEC-001": "whatever is sent, nothing of another organization is shown",
  "SVC-SEC-006": "whatever is sent, no credential is shown",
};

const LONGEST = 300;

/** What is wrong about an answer to odd input; null when it is fine. */
export function judgeAnswer(
  answer: Answer,
  known: { readonly pool: FuzzPool; readonly tokens: readonly string[]; readonly validator: SchemaValidator },
): FuzzFinding | null {
  const { exchange, status, text } = answer;
  const actual = `${answer.describe()} ${text.slice(0, LONGEST)}`;
  const envelope = (what: string, expected: string): FuzzFinding => ({
    requirement: "SVC-ERR-001",
    what,
    expected,
    actual,
  });
  if (exchange.response === null) return envelope("an answer", "an answer");
  if (status >= 500) return envelope("status", "no server error");
  const shown = `${text}\n${JSON.stringify(exchange.response.headers)}`;
  if (known.tokens.some((token) => shown.includes(token)))
    return { requirement: "SVC-SEC-006", what: "credentials in the answer", expected: "none", actual: String(status) };
  const asked = `${exchange.request.url} ${exchange.request.body ?? ""}`;
  const foreign = known.pool.foreign.find((mark) => shown.includes(mark) && !asked.includes(mark));
  if (foreign !== undefined)
    return { requirement: "SVC-SEC-001", what: "data of another organization in the answer", expected: "none", actual };
  if (status < 400) return null;
  const leak = LEAKS.find(({ pattern }) => pattern.test(text) && !pattern.test(asked));
  if (leak !== undefined)
    return { requirement: "SVC-ERR-004", what: leak.name, expected: "nothing of the inside", actual };
  const entries = (answer.body as { errors?: unknown } | undefined)?.errors;
  const statuses = Array.isArray(entries) ? entries.map((entry) => (entry as { status?: unknown } | null)?.status) : [];
  if (statuses.length === 0) return envelope("the error envelope", "errors");
  if (!statuses.every((one) => one === String(status))) return envelope("errors[].status", `"${status}"`);
  const findings = known.validator.findings("error-document", answer.body);
  return findings.length === 0 ? null : envelope("the error document", findings.join("; "));
}
