import fc from "fast-check";
import type { Answer } from "../answer.ts";
import { allOperations, type OperationEntry, type OperationId } from "../artefacts.ts";
import { CaseContext, type RunParts } from "../case-context.ts";
import type { CheckRecord } from "../check.ts";
import { pickText } from "../json-path.ts";
import type { CredentialKind } from "../settings.ts";
import { isPublic } from "../tool-table.ts";
import { Unmet } from "../verdict.ts";
import { type FuzzPool, fillPool } from "./fuzz-pool.ts";
import { callOf, describeTwists, type FuzzRequest, fuzzRequests } from "./fuzz-request.ts";
import { FUZZED, type FuzzFinding, judgeAnswer } from "./judge-answer.ts";

/** Would move the clock of the node under the feet of everybody. */
const LEFT_ALONE: ReadonlySet<string> = new Set(["sandbox.set_clock"]);
/** Would change what stays, or make the node reach out: they are asked only for what they have to refuse. */
const NEVER_LAWFUL =
  /^(?:resolve\.(?:register|update_endpoint)|telemetry\.|webhooks\.|mandates\.issue|confirmations\.)/;
/** A failure is made simpler at most so often. */
const MOST_REPLAYS = 40;
const MOST_FINDINGS = 6;
/** Of what a public lane lets through in a window, so much is left for others. */
const LEAST_REMAINING = 0.5;

/** What a fuzzing found out. */
export interface FuzzResult {
  readonly requests: number;
  /** Checks to add to those of a requirement. */
  readonly checks: ReadonlyMap<string, readonly CheckRecord[]>;
  readonly leftOut: readonly string[];
}

/** Sends odd input to every declared operation, by the seed. */
export async function runFuzz(
  parts: RunParts,
  wish: { readonly requests: number; readonly requirements: ReadonlySet<string> },
): Promise<FuzzResult> {
  const judged = Object.keys(FUZZED).filter((id) => wish.requirements.has(id));
  if (judged.length === 0) return { requests: 0, checks: new Map(), leftOut: [] };
  return new Fuzz(parts, new Set(judged)).run(wish.requests);
}

class Fuzz {
  readonly #parts: RunParts;
  readonly #judged: ReadonlySet<string>;
  readonly #checks = new Map<string, CheckRecord[]>();
  /** What has been found already, so that one fault is told once. */
  readonly #told = new Set<string>();
  readonly #leftOut: string[] = [...LEFT_ALONE];
  #sent = 0;
  #publicClosed = false;

  constructor(parts: RunParts, judged: ReadonlySet<string>) {
    this.#parts = parts;
    this.#judged = judged;
  }

  async run(requests: number): Promise<FuzzResult> {
    const context = new CaseContext("fuzz", this.#parts);
    const pool = await fillPool(context);
    const operations = context.random.shuffled(await this.#operations(context));
    for (let left = operations.length; left > 0 && this.#told.size < MOST_FINDINGS; left -= 1) {
      const operation = operations[left - 1];
      const share = Math.ceil((requests - this.#sent) / left);
      if (operation === undefined || share <= 0) break;
      await this.#fuzz(context, { operation, pool, share });
    }
    await context.agents.cleanUp();
    this.#report(context);
    return { requests: this.#sent, checks: this.#checks, leftOut: this.#leftOut };
  }

  async #operations(context: CaseContext): Promise<OperationEntry[]> {
    const found: OperationEntry[] = [];
    for (const operation of allOperations()) {
      // What tells of the health of a node may say that it is not well.
      if (LEFT_ALONE.has(operation.id) || operation.tier === "infrastructure") continue;
      if (await context.world.declares(operation.id as OperationId)) found.push(operation);
    }
    return found;
  }

  async #fuzz(
    context: CaseContext,
    { operation, pool, share }: { operation: OperationEntry; pool: FuzzPool; share: number },
  ): Promise<void> {
    const schema = context.validator.schemaOf(`operations/${operation.id}.input`) ?? {};
    const requests = fuzzRequests(schema, pool, !NEVER_LAWFUL.test(operation.id));
    const found: { finding: FuzzFinding; request: FuzzRequest }[] = [];
    let lost: unknown = null;
    let replays = 0;
    const property = fc.asyncProperty(requests, async (request) => {
      if (lost !== null || (this.#publicClosed && isPublic(operation))) return;
      if (found.length > 0 && ++replays > MOST_REPLAYS) return;
      try {
        const finding = await this.#send(context, operation, { request, pool });
        const first = found[0]?.finding;
        if (finding === null || (first !== undefined && keyOf(first, operation) !== keyOf(finding, operation))) return;
        if (first === undefined && this.#told.has(keyOf(finding, operation))) return;
        found.push({ finding, request });
      } catch (error) {
        if (error instanceof Unmet) return;
        lost = error;
        return;
      }
      throw new Error("found");
    });
    const seed = this.#parts.random.forPart(`fuzz ${operation.id}`).below(2 ** 31);
    await fc.check(property, { seed, numRuns: share, unbiased: true });
    if (lost !== null) throw lost;
    const shortest = found.at(-1);
    if (shortest === undefined) return;
    this.#told.add(keyOf(shortest.finding, operation));
    await this.#show(operation, { ...shortest, pool });
  }

  async #send(
    context: CaseContext,
    operation: OperationEntry,
    { request, pool }: { request: FuzzRequest; pool: FuzzPool },
  ): Promise<FuzzFinding | null> {
    this.#sent += 1;
    const as = whoAsks(context, operation);
    const answer = await context.node.call(operation.id as OperationId, {
      ...callOf(operation, request),
      as,
      takeRateLimit: true,
    });
    this.#watchLimit(answer);
    if (operation.id === "scheduling.book" && answer.status === 201) context.journeys.adopt(answer);
    if (operation.id === "resource.create" && answer.status === 201) await this.#removeResource(context, answer);
    const { validator, settings } = this.#parts;
    const tokens = Object.values(settings.credentials).map(({ token }) => token);
    const finding = judgeAnswer(answer, { pool, tokens, validator });
    return finding !== null && this.#judged.has(finding.requirement) ? finding : null;
  }

  async #removeResource(context: CaseContext, answer: Answer): Promise<void> {
    const id = pickText(answer.body, "data.id");
    if (id === undefined || !(await context.world.declares("resource.delete"))) return;
    const actor = await context.world.actorOf("organization");
    await context.node.call("resource.delete", { path: { resource_id: id }, attributes: { actor } });
  }

  /** The public lane belongs to others, too. */
  #watchLimit(answer: Answer): void {
    const [limit, remaining] = ["x-ratelimit-limit", "x-ratelimit-remaining"].map((name) =>
      Number(answer.header(name)),
    );
    const scarce = limit !== undefined && remaining !== undefined && remaining < limit * LEAST_REMAINING;
    if ((answer.status === 429 || scarce) && !this.#publicClosed) {
      this.#publicClosed = true;
      this.#leftOut.push("public operations, once half of their rate limit was spent");
    }
  }

  /** Sends the simplest request of a finding once more, in the name of its requirement. */
  async #show(
    operation: OperationEntry,
    { finding, request, pool }: { finding: FuzzFinding; request: FuzzRequest; pool: FuzzPool },
  ): Promise<void> {
    const context = new CaseContext(finding.requirement, this.#parts);
    await context.positive(`random input: ${operation.id} with ${describeTwists(request)}`, async (check) => {
      const again = await this.#send(context, operation, { request, pool });
      const times = again === null ? "; it did not happen again when the request was repeated" : "";
      const { what, expected, actual } = again ?? finding;
      check.holds(`${what}${times}`, false, { expected, actual });
    });
    this.#add(finding.requirement, ...context.records);
  }

  #report(context: CaseContext): void {
    const at = context.transcript.length;
    for (const id of this.#judged) {
      if (this.#checks.has(id) || this.#sent === 0) continue;
      const what = FUZZED[id] ?? id;
      this.#add(id, {
        name: `random input in ${this.#sent} requests`,
        kind: "positive",
        verdict: "PASS",
        reason: null,
        control: null,
        expectations: [{ what, expected: "always", actual: `in all ${this.#sent}`, holds: true, exchange: null }],
        exchanges: [at, at],
      });
    }
  }

  #add(requirement: string, ...records: readonly CheckRecord[]): void {
    this.#checks.set(requirement, [...(this.#checks.get(requirement) ?? []), ...records]);
  }
}

/** One fault of one operation is one finding, however many inputs show it. */
function keyOf({ requirement, what }: FuzzFinding, { id }: OperationEntry): string {
  return `${requirement} ${what} ${id}`;
}

function whoAsks(context: CaseContext, operation: OperationEntry): CredentialKind | null {
  if (isPublic(operation)) return null;
  const provider = operation.id.startsWith("delivery.") && context.node.has("provider");
  return provider ? "provider" : "organization";
}
