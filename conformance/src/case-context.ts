import { Agents } from "./agents.ts";
import { Check, type CheckRecord } from "./check.ts";
import { Journeys } from "./journeys.ts";
import type { Exchange } from "./node-connection.ts";
import type { ProtocolClient } from "./protocol-client.ts";
import type { SchemaValidator } from "./schema-validator.ts";
import type { SeededRandom } from "./seeded-random.ts";
import type { RunSettings } from "./settings.ts";
import { ConnectionLost, NotApplicable, Unmet, type Verdict } from "./verdict.ts";
import type { World } from "./world.ts";

/** What a check leaves behind: whether it passed, and the value that its body returned. */
export interface CheckHandle<Value> {
  readonly name: string;
  readonly verdict: Verdict;
  readonly passed: boolean;
  readonly value: Value | undefined;
}

/** Shared by all cases of a run. */
export interface RunParts {
  readonly client: ProtocolClient;
  readonly world: World;
  readonly validator: SchemaValidator;
  readonly settings: RunSettings;
  readonly random: SeededRandom;
  /** Ids of sessions to cancel at the end. */
  readonly owned: string[];
}

type CheckBody<Value> = (check: Check) => Promise<Value>;

/** What a case works with. */
export class CaseContext {
  readonly requirement: string;
  readonly node: ProtocolClient;
  readonly world: World;
  readonly journeys: Journeys;
  /** Mandates of this case alone; they are revoked at its end. */
  readonly agents: Agents;
  readonly validator: SchemaValidator;
  readonly settings: RunSettings;
  readonly random: SeededRandom;
  readonly #records: CheckRecord[] = [];

  constructor(requirement: string, parts: RunParts) {
    this.requirement = requirement;
    this.node = parts.client.inTheNameOf(requirement);
    this.world = parts.world;
    this.validator = parts.validator;
    this.settings = parts.settings;
    // Of its own, so that a case asks the same whatever runs beside it, and alone when it is replayed.
    this.random = parts.random.forPart(requirement);
    this.journeys = new Journeys({ client: this.node, world: parts.world, owned: parts.owned });
    this.agents = new Agents({ client: this.node, world: parts.world });
  }

  get records(): readonly CheckRecord[] {
    return this.#records;
  }

  /** Everything exchanged so far by the whole run; for cases that judge all answers. */
  get transcript(): readonly Exchange[] {
    return this.node.connection.exchanges;
  }

  /** Shows that what must work works. */
  positive<Value>(name: string, body: CheckBody<Value>): Promise<CheckHandle<Value>> {
    return this.#perform({ name, kind: "positive", control: null }, body);
  }

  /**
   * Shows that what must be refused is refused. It differs from a passing control in one thing; when the control did
   * not pass, a refusal would prove nothing, and the check ends as NOT_VERIFIED. A control that does not concern the
   * node takes its negatives with it.
   */
  async negative<Value>(
    name: string,
    control: CheckHandle<unknown>,
    body: CheckBody<Value>,
  ): Promise<CheckHandle<Value>> {
    if (control.passed) return this.#perform({ name, kind: "negative", control: control.name }, body);
    const verdict = control.verdict === "NOT_APPLICABLE" ? "NOT_APPLICABLE" : "NOT_VERIFIED";
    const how = verdict === "NOT_APPLICABLE" ? "does not apply" : "did not pass";
    this.note(verdict, name, `its control ${how}: ${control.name}`, "negative");
    return { name, verdict, passed: false, value: undefined };
  }

  /** Records a verdict that needs no request. */
  note(verdict: Verdict, name: string, reason: string, kind: CheckRecord["kind"] = "positive"): void {
    const at = this.transcript.length;
    this.#records.push({ name, kind, verdict, reason, control: null, expectations: [], exchanges: [at, at] });
  }

  /** Stops the case: something that it needs is missing. */
  notVerified(reason: string): never {
    throw new Unmet(reason);
  }

  /** Stops the case: it does not concern this node. */
  notApplicable(reason: string): never {
    throw new NotApplicable(reason);
  }

  async #perform<Value>(
    label: Pick<CheckRecord, "name" | "kind" | "control">,
    body: CheckBody<Value>,
  ): Promise<CheckHandle<Value>> {
    const check = new Check(this.settings.exactCodes);
    const before = this.transcript.length;
    let value: Value | undefined;
    let stopped: { verdict: Verdict; reason: string } | null = null;
    try {
      value = await body(check);
    } catch (error) {
      if (error instanceof ConnectionLost) throw error;
      stopped = stopOf(error);
    }
    // A mismatch seen before the check was stopped stands: what follows it cannot excuse it.
    const verdict = stopped === null || !check.passing ? check.verdict : stopped.verdict;
    const reason = stopped?.reason ?? (check.expectations.length === 0 ? "the check expects nothing" : null);
    this.#records.push({
      ...label,
      verdict,
      reason,
      expectations: check.expectations,
      exchanges: [before, this.transcript.length],
    });
    return { name: label.name, verdict, passed: verdict === "PASS", value };
  }
}

/** The verdict that a thrown signal stands for; anything unknown is a fault of the suite. */
export function stopOf(error: unknown): { verdict: Verdict; reason: string } {
  if (error instanceof Unmet) return { verdict: error.verdict, reason: error.message };
  if (error instanceof NotApplicable) return { verdict: "NOT_APPLICABLE", reason: error.message };
  if (error instanceof ConnectionLost) return { verdict: "INCOMPLETE", reason: error.message };
  const message =
    error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 2).join(" ") : String(error);
  return { verdict: "HARNESS_ERROR", reason: message };
}
