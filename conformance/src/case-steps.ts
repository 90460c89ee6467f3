import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import type { Check } from "./check.ts";
import type { BookingWish, OwnedSession } from "./journey-steps.ts";
import type { CallOptions } from "./protocol-client.ts";
import { type SessionView, sessionOf } from "./session-view.ts";
import { Unmet } from "./verdict.ts";

/** The value of a control that has passed. @throws Unmet when there is none. */
export function need<Value>(value: Value | null | undefined, what = "what an earlier check made"): NonNullable<Value> {
  if (value === null || value === undefined) throw new Unmet(`${what} is missing`);
  return value;
}

/** Expects a booking to be accepted, and gives the session. @throws Unmet after recording the mismatch. */
export async function expectBooking(context: CaseContext, check: Check, wish: BookingWish = {}): Promise<OwnedSession> {
  const { answer, session } = await context.journeys.tryBook(wish);
  check.resource(answer, 201, "sessions");
  return need(session, "the booked session");
}

/** Expects a transition to be accepted into its target, and gives the answer. */
export async function expectMove(
  context: CaseContext,
  check: Check,
  move: { session: { id: string }; to: string } & Parameters<CaseContext["journeys"]["transition"]>[2],
): Promise<Answer> {
  const { session, to, ...wish } = move;
  const answer = await context.journeys.transition(session, to, wish);
  if (check.resource(answer, 200, "sessions")) check.state(answer, to);
  return answer;
}

/** Expects that nothing of the lifecycle changed since an earlier reading. */
export async function expectUnmoved(context: CaseContext, check: Check, before: SessionView): Promise<void> {
  const { answer, session } = await context.journeys.read(before.id);
  check.equal("lifecycle.current_state stays", { expected: before.state, actual: session.state, answer });
  check.equal("lifecycle.transitions stay", { expected: before.transitions, actual: session.transitions, answer });
}

/** Calls a write operation without one of its required members, on purpose. */
export function without(attributes: Readonly<Record<string, unknown>>, name: string): CallOptions {
  return { attributes: { ...attributes, [name]: undefined }, deliberate: true };
}

/** The session of an answer. @throws Unmet when it holds none. */
export function sessionIn(answer: Answer): SessionView {
  return need(sessionOf(answer), "a session in the answer");
}

/** An id that no node has given out. */
export function unknownId(context: CaseContext): string {
  return `unknown-${context.world.uniqueWord()}`;
}
