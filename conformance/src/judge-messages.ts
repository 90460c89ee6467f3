import { Answer } from "./answer.ts";
import { findOperation, type OperationEntry, type RequirementId } from "./artefacts.ts";
import { CaseContext, type RunParts } from "./case-context.ts";
import type { CheckRecord } from "./check.ts";
import { pickText } from "./json-path.ts";

/** Faults of one kind are told once, and so many of them. */
const MOST_TOLD = 5;

/** Whose schema the answers of an operation belong to; the rest is judged as what it is, an enveloped answer. */
const BY_TYPE: Readonly<Record<string, RequirementId>> = {
  sessions: "SVC-DIM-001",
  services: "SVC-DIM-001",
  service_orders: "SVC-ORD-001",
  ledgers: "SVC-ORD-001",
  mandates: "SVC-MAND-024",
  audit_entries: "SVC-AUD-002",
};
const ANY_ANSWER: RequirementId = "SVC-HTTP-009";

/**
 * Holds every accepted answer to lawful input against the published output of its operation, whichever case asked for it, and
 * gives the checks by requirement. What the suite itself sends is validated before it is sent.
 */
export function judgeMessages(
  parts: RunParts,
  requirements: ReadonlySet<string>,
): ReadonlyMap<string, readonly CheckRecord[]> {
  const tallies = new Map<RequirementId, { judged: number; faults: Map<string, Answer> }>();
  const { transcript } = new CaseContext("messages", parts);
  for (const exchange of transcript) {
    const operation = exchange.operation === null ? undefined : findOperation(exchange.operation);
    const status = exchange.response?.status ?? 0;
    if (operation === undefined || status < 200 || status > 299 || status === 204 || exchange.limited) continue;
    // What is promised to lawful input says nothing of an answer to other input.
    if (exchange.deliberate) continue;
    const schema = `operations/${operation.id}.output`;
    const answer = new Answer(exchange);
    const requirement = requirementOf(operation, answer);
    if (!requirements.has(requirement) || !parts.validator.has(schema)) continue;
    const tally = tallies.get(requirement) ?? { judged: 0, faults: new Map<string, Answer>() };
    tallies.set(requirement, tally);
    tally.judged += 1;
    const findings = parts.validator.findings(schema, answer.body);
    if (findings.length === 0) continue;
    // Places in lists are of one kind, whatever their number is.
    const key = `${operation.id}: ${findings.join("; ").replaceAll(/\/\d+(?=\/|\s)/g, "/*")}`;
    if (!tally.faults.has(key)) tally.faults.set(key, answer);
  }
  return new Map([...tallies].map(([id, tally]) => [id, [recordOf(tally)]]));
}

/** By what it is; an operation may answer things of several types. */
function requirementOf({ answerType }: OperationEntry, answer: Answer): RequirementId {
  const type = pickText(answer.body, "data.type") ?? pickText(answer.body, "data.0.type") ?? answerType;
  return BY_TYPE[type ?? ""] ?? ANY_ANSWER;
}

function recordOf({ judged, faults }: { judged: number; faults: ReadonlyMap<string, Answer> }): CheckRecord {
  const first = [...faults.values()][0]?.exchange.seq ?? 0;
  const told = [...faults].slice(0, MOST_TOLD).map(([actual, answer]) => ({
    what: "an accepted answer against the published output of its operation",
    expected: "valid",
    actual,
    holds: false,
    exchange: answer.exchange.seq,
  }));
  const fine = { what: "findings of the schemas", expected: "none", actual: "none", holds: true, exchange: null };
  return {
    name: `every accepted answer of the run: ${judged}`,
    kind: "positive",
    verdict: told.length > 0 ? "FAIL" : "PASS",
    reason: null,
    control: null,
    expectations: told.length > 0 ? told : [fine],
    exchanges: [Math.max(0, first - 1), first],
  };
}
