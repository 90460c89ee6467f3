import type { Agents, HeldMandate, TriedIssuance } from "./agents.ts";
import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import { expectUnmoved, need } from "./case-steps.ts";
import type { Check } from "./check.ts";
import type { BookingWish, OwnedSession } from "./journey-steps.ts";
import { isRecord, pick, pickList, pickText } from "./json-path.ts";
import { sessionOf } from "./session-view.ts";
import type { CredentialKind } from "./settings.ts";
import { Unmet } from "./verdict.ts";
import type { World } from "./world.ts";

/**
 * Books a session of the second provider, as `bookRequested` does.
 * @throws Unmet when that provider delivers no second bookable offer
 */
export async function bookWithSecondProvider(context: CaseContext, clientId: string): Promise<OwnedSession> {
  const { offer } = await context.world.bookableElsewhere();
  if (offer.providerId !== context.node.partyId("second_provider"))
    throw new Unmet("the second provider has no free slot of a bookable offer");
  return bookRequested(context, { elsewhere: true, clientId });
}

const turns = new WeakMap<World, Promise<unknown>>();

/**
 * Waits for its turn among the cases of a run that put the second agent on the side of the second provider, and of its
 * second client, too; what was issued is taken back before the next one begins. Everywhere else that agent acts for clients
 * of the first provider, so that no other case meets the conflicts that are made here.
 */
export async function onBothSides(context: CaseContext, work: () => Promise<void>): Promise<void> {
  const before = turns.get(context.world) ?? Promise.resolve();
  const mine = before.then(work).finally(() => context.agents.cleanUp());
  turns.set(
    context.world,
    mine.catch(() => undefined),
  );
  return mine;
}

/** A refusal of one of the eight checks (mandates page 4). */
export interface CheckRefusal {
  readonly code: string;
  /** Number of the check; several where the page leaves it open which one answers. */
  readonly by: number | readonly number[];
  /** Of check 8: the constraint that is named. */
  readonly constraint?: string;
}

/**
 * Expects the refusal of one check: status and code always; its number and constraint in `errors[].meta` of our own
 * nodes, and of any node that names them.
 */
export function expectRefusedBy(context: CaseContext, check: Check, answer: Answer, refusal: CheckRefusal): boolean {
  if (!check.refused(answer, refusal.code)) return false;
  const numbers = [refusal.by].flat();
  const number = answer.at("errors.0.meta.check");
  if (context.settings.exactCodes || number !== undefined) {
    check.holds("errors[].meta.check", numbers.includes(Number(number)), {
      expected: numbers.join(" or "),
      actual: number,
      answer,
    });
  }
  const constraint = answer.at("errors.0.meta.constraint");
  if (refusal.constraint !== undefined && (context.settings.exactCodes || constraint !== undefined)) {
    check.equal("errors[].meta.constraint", { expected: refusal.constraint, actual: constraint, answer });
  }
  return check.passing;
}

/** Expects that an issuance is refused for its form, at the place of the fault, and that nothing was issued. */
export async function expectNotIssued(
  context: CaseContext,
  check: Check,
  tried: TriedIssuance,
  pointer: string,
): Promise<void> {
  const { answer } = tried;
  check.refused(answer, "VALIDATION_ERROR");
  await expectNothingIssued(context, check, tried);
  const seen = pickText(answer.body, "errors.0.source.pointer");
  // `source` is optional (errors page); where it is given it must not mislead, and our own nodes give it.
  if (!context.settings.exactCodes && seen === undefined) return;
  check.holds("errors[].source.pointer", seen === pointer || seen?.startsWith(`${pointer}/`) === true, {
    expected: pointer,
    actual: seen,
    answer,
  });
}

/** Expects that an attempt to issue has left no mandate. */
export async function expectNothingIssued(context: CaseContext, check: Check, tried: TriedIssuance): Promise<void> {
  const names = await context.agents.activeAgentNames(tried.principal);
  const issued = tried.mandate !== null || names.has(tried.name);
  check.equal("a mandate was issued", { expected: false, actual: issued, answer: tried.answer });
}

/** Books a session that waits in `requested`, from where an agent of the provider's side moves it alone (move L-03). */
export async function bookRequested(context: CaseContext, wish: BookingWish = {}): Promise<OwnedSession> {
  const session = await context.journeys.book(wish);
  const state = sessionOf(session.booked)?.state;
  if (state !== "requested") throw new Unmet(`a booking begins in ${state ?? "no state"}, not in requested`);
  return session;
}

/** Expects that an agent may read a session, and may move it from `requested` to `scheduled` alone. */
export async function expectActs(
  context: CaseContext,
  check: Check,
  { mandate, session }: { mandate: HeldMandate; session: OwnedSession },
): Promise<Answer> {
  check.resource(await context.agents.read(mandate, session), 200, "services");
  const moved = await context.agents.move(mandate, session, { to_state: "scheduled" });
  if (check.resource(moved, 200, "sessions")) check.state(moved, "scheduled");
  return moved;
}

/** Expects that an agent is refused the same two calls by one check, and that the session stays as it was. */
export async function expectStopped(
  context: CaseContext,
  check: Check,
  stopped: {
    readonly mandate: HeldMandate;
    readonly session: OwnedSession;
    readonly refusal: CheckRefusal;
    readonly call?: Parameters<Agents["read"]>[2];
  },
): Promise<void> {
  const { mandate, session, refusal, call } = stopped;
  const { session: before } = await context.journeys.read(session.id);
  expectRefusedBy(context, check, await context.agents.read(mandate, session, call), refusal);
  const moved = await context.agents.move(mandate, session, { to_state: "scheduled" }, call);
  expectRefusedBy(context, check, moved, refusal);
  await expectUnmoved(context, check, before);
}

/** A question that a refused call has put to a human (mandates page 10.1). */
export interface Asked {
  readonly id: string;
  readonly answer: Answer;
}

/** Expects that the call waits for a human, and names the question. @throws Unmet after recording a mismatch */
export function expectAsked(check: Check, answer: Answer): Asked {
  check.refused(answer, "CONFIRMATION_REQUIRED");
  const id = pickText(answer.body, "errors.0.meta.confirmation_id");
  check.holds("errors[].meta.confirmation_id", id !== undefined && id !== "", {
    expected: "the id of the question",
    actual: pick(answer.body, "errors.0.meta"),
    answer,
  });
  return { id: need(id, "the id of a confirmation request"), answer };
}

/** Answers a question as one of the parties. */
export function decide(
  context: CaseContext,
  asked: { readonly id: string },
  as: CredentialKind,
  decision: "approve" | "reject" = "approve",
): Promise<Answer> {
  return context.node.call(`confirmations.${decision}`, {
    path: { confirmation_id: asked.id },
    attributes: {},
    as,
  });
}

/** Expects that the approver's agreement is taken. */
export async function expectApproved(
  context: CaseContext,
  check: Check,
  asked: { readonly id: string },
  as: CredentialKind,
): Promise<void> {
  const answer = await decide(context, asked, as);
  if (check.resource(answer, 200, "confirmation_requests"))
    check.equal("status of the question", {
      expected: "approved",
      actual: answer.at("data.attributes.status"),
      answer,
    });
}

/**
 * Lets time pass: by the sandbox clock, or by waiting where a few seconds are enough.
 * @throws Unmet when the node has no sandbox clock and the wait would be long (decision D-30).
 */
export async function letPass(context: CaseContext, seconds: number): Promise<void> {
  const hasClock = (await context.world.capabilities())?.sandboxClock === true;
  if (hasClock || seconds > 6) return context.world.advanceClock(seconds);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** Whether the node lets its time be moved. */
export async function hasSandboxClock(context: CaseContext): Promise<boolean> {
  return (await context.world.capabilities())?.sandboxClock === true;
}

/** A record of `lifecycle.transitions` that an agent has made. */
export interface AgentRecord {
  readonly to: unknown;
  readonly by: unknown;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** Lets an agent move a session, and reads what was recorded of it by agents. */
export async function agentTransition(
  context: CaseContext,
  check: Check,
): Promise<{ mandate: HeldMandate; records: readonly AgentRecord[]; answer: Answer }> {
  const mandate = await context.agents.issue();
  const session = await bookRequested(context);
  await expectActs(context, check, { mandate, session });
  const { answer, session: read } = await context.journeys.read(session.id);
  const records = pickList(read.attributes, "lifecycle.transitions")
    .filter(isRecord)
    .filter(({ method }) => method === "agent")
    .map(({ to, by, metadata }) => ({ to, by, metadata: isRecord(metadata) ? metadata : {} }));
  return { mandate, records, answer };
}

/** Repeats a call until a human has agreed: it asks, the approver says yes, and the same call with that answer works. */
export async function expectAfterApproval(
  context: CaseContext,
  check: Check,
  call: (confirmation?: string) => Promise<Answer>,
  approver: CredentialKind,
): Promise<Answer> {
  const asked = expectAsked(check, await call());
  await expectApproved(context, check, asked, approver);
  return call(asked.id);
}
