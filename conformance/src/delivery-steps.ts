import type { CaseContext } from "./case-context.ts";
import { need } from "./case-steps.ts";
import type { OwnedSession } from "./journey-steps.ts";
import { pickNumber } from "./json-path.ts";
import { walkOn } from "./near-slots.ts";
import { moveAs } from "./session-acts.ts";
import { Unmet } from "./verdict.ts";

const MINUTE_MS = 60_000;

/**
 * Delivers a session that has lasted for some minutes: the check-in says that it happened so long ago (operations 4.6).
 * Answers what the node counts as its duration.
 * @throws Unmet when a step is refused
 */
export async function deliverFor(context: CaseContext, session: OwnedSession, minutes: number): Promise<number> {
  await walkOn(context, session, "confirmed");
  const timestamp = new Date(context.world.now() - minutes * MINUTE_MS).toISOString();
  const begun = await moveAs(context, session, { to: "in_progress", party: "provider", attributes: { timestamp } });
  if (!begun.ok) throw new Unmet(`beginning a session ${minutes} minutes ago answered ${begun.describe()}`);
  await context.journeys.advance(session, "delivered");
  const { answer } = await context.journeys.read(session.id);
  return need(pickNumber(answer.body, "data.attributes.proof.duration_actual"), "proof.duration_actual");
}

/** Stops a delivery with its share of the price, and walks it on. @throws Unmet when a step is refused */
export async function deliverPartly(
  context: CaseContext,
  session: OwnedSession,
  wish: { readonly partial: Readonly<Record<string, unknown>>; readonly state: string },
): Promise<void> {
  await walkOn(context, session, "in_progress");
  const answers = [
    await moveAs(context, session, { to: "partial", party: "provider", attributes: { partial: wish.partial } }),
    await moveAs(context, session, { to: "documented", party: "provider" }),
  ];
  const refused = answers.find((answer) => !answer.ok);
  if (refused !== undefined) throw new Unmet(`the way over partial is blocked: ${refused.describe()}`);
  await walkOn(context, session, wish.state);
}
