import type { OperationResults } from "@servicialo/schema/0.8/handlers";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { sql } from "kysely";
import { ProtocolError, ProtocolErrors } from "../errors.ts";
import { Disclosures, recordAccesses } from "../evidence/disclosures.ts";
import { forgetMovesAfter, movesNoted } from "../observability/committed-moves.ts";
import { traced } from "../observability/tracing.ts";
import type { OperationContext } from "../pipeline/context.ts";
import type { NodeServices, OperationCall } from "../pipeline/execute.ts";
import { idsIn, lockRows } from "../storage/lock-rows.ts";
import type { Tx } from "../storage/open-database.ts";
import { confine } from "../storage/tenancy.ts";
import { amountOfAction } from "./action-amount.ts";
import { callerFor, requireOwnParty } from "./agent-caller.ts";
import { isForbiddenToAgents, reasonToAsk } from "./autonomy.ts";
import { callDigest } from "./call-digest.ts";
import { consumeApproval, requireApproval } from "./confirmations.ts";
import { constraintsOf, type Enforcement, enforceAfterLookup, enforceBeforeLookup } from "./enforce.ts";
import { lockMandate } from "./lock-mandate.ts";
import { conditionOfOperation } from "./operation-conditions.ts";
import { addressedBy, auditUnavailable, beginCall, type RecordedIntent } from "./record-intent.ts";
import { appendOutcome, type Ending, HumanWanted, resourceOf, settleCall, type Trial } from "./settle-call.ts";
import { isAgentOperation, touchedBy } from "./touched-by.ts";
import { MoveWatch } from "./watch-moves.ts";

/** Runs the operation, or a step of it, in the transaction given. */
type Run<Outcome> = (context: OperationContext) => Promise<Outcome>;

type Result = OperationResults[OperationId];

/**
 * Begins a call of an agent: the intent is on record before, the eight checks, the autonomy matrix, the action and
 * its audit entry are one transaction that holds the mandate, and nothing is remembered from one call to the next
 * (mandates page 4 to 8). What a human has to agree to is tried and taken back, so that nobody is asked in vain.
 * @throws {ProtocolError} of checks 0 and 1; `AUDIT_UNAVAILABLE` when the trail cannot be written, and then nothing is done
 */
export async function agentCall(
  services: NodeServices,
  call: OperationCall,
  seenVersion: number | null,
): Promise<AgentCall> {
  return new AgentCall(services, { call, seenVersion, ...(await beginCall(services, call)) });
}

interface Parts extends RecordedIntent {
  readonly call: OperationCall;
  readonly seenVersion: number | null;
}

/** A step of a call; only the last one takes effect, counts, and uses an approval up. */
interface Step {
  readonly run: Run<unknown>;
  readonly isLast: boolean;
}

/** One call of one agent. */
export class AgentCall {
  readonly #services: NodeServices;
  readonly #parts: Parts;
  readonly #digest: string;
  /** Whether what failed was the trail itself. */
  #auditing = false;

  constructor(services: NodeServices, parts: Parts) {
    this.#services = services;
    this.#parts = parts;
    const { call, claim } = parts;
    this.#digest = callDigest(call.operationId, call.input, claim.claim);
  }

  /** Does what the call asks for, or its last step. @throws {ProtocolError} every refusal */
  execute<Outcome>(run: Run<Outcome>): Promise<Outcome> {
    return this.#step({ run, isLast: true }) as Promise<Outcome>;
  }

  /** Does a step before the last one. @throws {ProtocolError} every refusal */
  prepare<Outcome>(run: Run<Outcome>): Promise<Outcome> {
    return this.#step({ run, isLast: false }) as Promise<Outcome>;
  }

  async #step(step: Step): Promise<unknown> {
    let ending: Ending;
    try {
      ending = await this.#services.database.transaction((all) => this.#attempt(all, step));
    } catch (fault) {
      if (this.#auditing) throw auditUnavailable(fault);
      await this.#recordFault(fault);
      throw fault;
    }
    if ("refusal" in ending) throw ending.refusal;
    return ending.result;
  }

  /** The whole step in one transaction, which may be run anew when it lost a race. */
  async #attempt(all: Tx, step: Step): Promise<Ending> {
    this.#auditing = false;
    const { call, claim } = this.#parts;
    const tx = confine(all, call.credential?.organizationId ?? "");
    const mandate = await lockMandate(tx, claim.mandateId);
    if (!mandate) throw new Error("The mandate of a recorded intent is gone.");
    const { operationId, address } = call;
    const now = this.#services.clock.now();
    const enforcement = { tx, mandate, operationId, agentId: claim.agentId, address, now };
    const trial = await this.#try(all, enforcement, step);
    const { outcome } = trial;
    if (outcome !== null && "result" in outcome && !step.isLast) return outcome;
    this.#auditing = true;
    const ending = await traced("audit", () =>
      settleCall({ tx, clock: this.#services.clock }, { ...this.#parts, mandate, digest: this.#digest }, trial),
    );
    this.#auditing = false;
    return ending;
  }

  /** Judges the call and, when it may, does it; a refused one leaves nothing behind. */
  async #try(all: Tx, enforcement: Enforcement, step: Step): Promise<Trial> {
    const { tx } = enforcement;
    const { call, claim } = this.#parts;
    const watch = new MoveWatch(claim.agentId, call.input);
    const trial: Trial = { watch, day: null, touched: null, outcome: null, approval: null };
    const moves = movesNoted();
    await sql`savepoint agent_call`.execute(tx.db);
    try {
      await traced("mandate", () => this.#judge(all, enforcement, trial));
      await this.#act(enforcement, trial, step);
    } catch (error) {
      if (!(error instanceof ProtocolError || error instanceof ProtocolErrors)) throw error;
      // Back to where nothing was done; the locks stay.
      await sql`rollback to savepoint agent_call`.execute(tx.db);
      forgetMovesAfter(moves);
      trial.outcome = { refusal: error };
    }
    return trial;
  }

  /** The checks of the mandate, and what no mandate allows. @throws {ProtocolError} of the first that fails */
  async #judge(all: Tx, enforcement: Enforcement, trial: Trial): Promise<void> {
    const { tx, mandate } = enforcement;
    const { call, claim } = this.#parts;
    enforceBeforeLookup(enforcement);
    if (!isAgentOperation(call.operationId))
      throw new ProtocolError("FORBIDDEN", { detail: "This is for people, not for agents." });
    requireOwnParty(claim, mandate);
    if (operations[call.operationId].method !== "GET") await lockRows(tx, mandate.organizationId, idsIn(call.input));
    const { organizationId } = mandate;
    trial.touched = await touchedBy(call.operationId, {
      tx: all,
      input: call.input as never,
      organizationId,
      principal: mandate,
    });
    trial.day = await enforceAfterLookup(enforcement, trial.touched);
    if (isForbiddenToAgents(call.operationId, call.input)) {
      throw new ProtocolError("FORBIDDEN", { detail: "No agent does this, whoever agrees to it." });
    }
  }

  async #act(enforcement: Enforcement, trial: Trial, { run, isLast }: Step): Promise<void> {
    const { tx, mandate } = enforcement;
    const { call, claim, seenVersion } = this.#parts;
    const { clock, config, vault } = this.#services;
    const { operationId, input } = call;
    const approvalId = claim.claim.confirmation_id;
    if (approvalId !== undefined) {
      trial.approval = await requireApproval({ tx, clock }, mandate, {
        id: approvalId,
        operationId,
        digest: this.#digest,
      });
    }
    const operationHolds = await conditionOfOperation(tx, operationId, input);
    const caller = callerFor(call, { claim, mandate, watch: trial.watch });
    const context = { tx, clock, config, vault, caller, seenVersion, disclosures: new Disclosures(vault, caller) };
    const result = await run(context);
    if (!isLast) {
      trial.outcome = { result };
      return;
    }
    const moves = trial.watch.seen;
    const amount = amountOfAction(operationId, { input, moves, result: result as { attributes?: unknown } });
    const reason = reasonToAsk(
      { operationId, moves, operationHolds, amount },
      constraintsOf(mandate).require_confirmation_above,
    );
    if (reason !== null && trial.approval === null) {
      throw new HumanWanted({ reason, amount, resourceId: resourceOf(trial, call, result) });
    }
    if (trial.approval) await consumeApproval({ tx, clock }, trial.approval);
    const { disclosed } = context.disclosures;
    await recordAccesses(context, { caller, operation: operationId }, disclosed);
    await call.remember?.(tx, result as Result, disclosed);
    trial.outcome = { result };
  }

  /** What broke inside is an executed action that failed: it counts, and nothing of it is left. */
  async #recordFault(fault: unknown): Promise<void> {
    const code = fault instanceof ProtocolError ? fault.code : "INTERNAL_ERROR";
    const { database, clock } = this.#services;
    const { call, claim } = this.#parts;
    try {
      await database.transaction(async (all) => {
        const tx = confine(all, call.credential?.organizationId ?? "");
        await lockMandate(tx, claim.mandateId);
        const resourceId = addressedBy(call.operationId, call.input);
        await appendOutcome({ tx, clock }, this.#parts, { result: "failure", failureReason: code, resourceId });
      });
    } catch {
      // The intent stays without an outcome, and is halted when the node looks for such.
    }
  }
}
