import { accountOf, standing } from "./accounts.ts";
import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import { need } from "./case-steps.ts";
import type { Check } from "./check.ts";
import { percentsBetween, type Tier } from "./contract-view.ts";
import type { OwnedSession } from "./journey-steps.ts";
import { pickText } from "./json-path.ts";
import { amountAt, percentOf } from "./money-amounts.ts";
import { startOf } from "./near-slots.ts";
import { cancelAs } from "./session-acts.ts";

const HOUR_MS = 3_600_000;
/** Recorded moments may be cut to whole seconds, and the answer takes time to arrive. */
const SLACK_MS = 1_500;

/** A client's cancellation at a distance from the start. */
export interface Distance {
  readonly session: OwnedSession;
  readonly tiers: readonly Tier[];
  /** How long before the start the clock is set to, milliseconds. */
  readonly beforeMs: number;
}

/**
 * Moves the clock to the distance, cancels as the client, and expects exactly what the tiers make of the time left: the
 * percentage, the penalty rounded half up, what the client then owes, and the record (lifecycle 6.3 and 8).
 */
export async function expectPenaltyAt(context: CaseContext, check: Check, distance: Distance): Promise<void> {
  const { session, tiers, beforeMs } = distance;
  const start = startOf(session);
  const amount = need(amountAt(session.booked.body, "data.attributes.billing.amount"), "the amount of the booking");
  await context.world.moveClockTo(start - beforeMs);
  const answer = await cancelAs(context, session, "client");
  if (!check.resource(answer, 200, "sessions")) return;
  check.state(answer, "cancelled");
  const least = start - Math.max(context.world.now(), momentOfMove(answer)) - SLACK_MS;
  const percents = percentsBetween(tiers, least, beforeMs);
  const onBoundary = tiers.some((tier) => tier.hoursBefore * HOUR_MS === beforeMs);
  if (percents.length > 1 && !onBoundary) check.notVerified("the node took too long to tell on which side it was");
  const seen = answer.at("meta.policy.penalty_percent");
  check.holds("meta.policy.penalty_percent", percents.includes(seen as number), {
    expected: `${percents.join(" or ")}, with ${hours(beforeMs)} left`,
    actual: seen,
    answer,
  });
  const percent = percents.length === 1 ? (percents[0] ?? 0) : Number(seen);
  await expectCharged(context, check, { session, answer, penalty: percentOf(amount.minor, percent) });
}

function momentOfMove(answer: Answer): number {
  const at = Date.parse(pickText(answer.body, "meta.transition.at") ?? "");
  return Number.isNaN(at) ? 0 : at;
}

function hours(milliseconds: number): string {
  return `${Number((milliseconds / HOUR_MS).toFixed(4))} h`;
}

/** A cancelled session that was not paid before, and what its client is to owe for it, in smallest units. */
export interface Penalty {
  readonly session: OwnedSession;
  readonly answer: Answer;
  readonly penalty: number;
}

/** Expects that the answer, the session and the account all say the same penalty, and nothing to give back. */
export async function expectCharged(context: CaseContext, check: Check, wanted: Penalty): Promise<void> {
  const { session, answer, penalty } = wanted;
  const { currency } = session.offer.price;
  check.equal("meta.policy.penalty", {
    expected: { minor: penalty, currency },
    actual: amountAt(answer.body, "meta.policy.penalty"),
    answer,
  });
  check.equal("meta.policy.refund", {
    expected: { minor: 0, currency },
    actual: amountAt(answer.body, "meta.policy.refund"),
    answer,
  });
  const read = await context.journeys.read(session.id);
  check.equal("billing.status", {
    expected: penalty > 0 ? "charged" : "pending",
    actual: read.answer.at("data.attributes.billing.status"),
    answer: read.answer,
  });
  const record = read.session.exceptions.find((one) => one.type === "cancellation");
  check.holds("exception record", record !== undefined, {
    expected: "one of the type cancellation",
    actual: read.session.exceptions,
    answer: read.answer,
  });
  if (await context.world.declares("payments.get_status")) await expectOwed(context, check, session, penalty);
}

/** Expects what stands against a client for a session, in smallest units. */
export async function expectOwed(
  context: CaseContext,
  check: Check,
  ...[session, owed]: readonly [OwnedSession, number]
): Promise<void> {
  const account = await accountOf(context, session.clientId);
  const due = standing(account, session.id).reduce((sum, sale) => sum + sale.due, 0);
  check.equal("what the client owes for the session", { expected: owed, actual: due, answer: account.answer });
}
