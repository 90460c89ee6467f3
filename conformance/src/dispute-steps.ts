import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import type { Check } from "./check.ts";
import { deliverPartly } from "./delivery-steps.ts";
import type { OwnedSession } from "./journey-steps.ts";
import { ownSession } from "./near-slots.ts";
import { moveAs, type SessionParty } from "./session-acts.ts";
import type { SessionView } from "./session-view.ts";
import { Unmet } from "./verdict.ts";

/** States from which a client may dispute (D-05). */
export const DISPUTABLE = ["delivered", "documented", "charged"] as const;

/**
 * A session of a client of its own in a disputable state, whose evidence is incomplete: no rule of any vertical settles
 * its dispute (evidence 5), so it stays open until the organization decides. Past `delivered` that takes a partial
 * delivery, which is documented without the required evidence (P-20); its amount is the whole price.
 */
export async function undecidable(context: CaseContext, state: (typeof DISPUTABLE)[number]): Promise<OwnedSession> {
  if (state === "delivered") return ownSession(context, "delivered");
  const session = await ownSession(context, "in_progress");
  const partial = { description: "all but the last minutes", adjusted_amount: session.offer.price.value };
  await deliverPartly(context, session, { partial, state });
  return session;
}

/** The client contests. */
export function dispute(context: CaseContext, session: OwnedSession): Promise<Answer> {
  return moveAs(context, session, { to: "disputed", party: "client" });
}

/** An open dispute of such a session. @throws Unmet when it cannot be opened, or does not stay open */
export async function openDispute(
  context: CaseContext,
  state: (typeof DISPUTABLE)[number] = "delivered",
): Promise<OwnedSession> {
  const session = await undecidable(context, state);
  const answer = await dispute(context, session);
  if (!answer.ok) throw new Unmet(`a dispute was needed, and answered ${answer.describe()}`);
  const { session: read } = await context.journeys.read(session.id);
  if (read.state !== "disputed") throw new Unmet(`a dispute was needed, and the session is ${read.state}`);
  return session;
}

/** Where a decided dispute leads to, and who decides. */
export interface Decision {
  readonly to: "charged" | "cancelled";
  readonly party: SessionParty;
}

/** Somebody decides a dispute. */
export function decide(context: CaseContext, session: OwnedSession, { to, party }: Decision): Promise<Answer> {
  const resolution = { method: "manual", note: "Decided by a certification run." };
  return moveAs(context, session, { to, party, attributes: { resolution, reason: resolution.note } });
}

/** Expects that a dispute was opened from a state, whatever a rule has made of it since. */
export async function expectDisputed(
  context: CaseContext,
  check: Check,
  ...[session, from]: readonly [OwnedSession, string]
): Promise<SessionView> {
  const answer = await dispute(context, session);
  check.resource(answer, 200, "sessions");
  const read = await context.journeys.read(session.id);
  const opened = read.session.transitions.find((record) => record.to === "disputed");
  check.equal("the record of the dispute", {
    expected: { from, by: session.clientId },
    actual: { from: opened?.from, by: opened?.by },
    answer: read.answer,
  });
  return read.session;
}

/** The open or decided dispute among the exceptions of a session. */
export function disputeRecord(session: SessionView): Readonly<Record<string, unknown>> | undefined {
  return session.exceptions.filter((record) => record.type === "dispute").at(-1);
}
