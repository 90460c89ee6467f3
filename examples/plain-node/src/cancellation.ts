import type { Movable } from "./lifecycle.ts";
import { proportion, toMoney } from "./money.ts";

const HOUR = 3_600_000;

/** What a client pays who cancels: nothing above 24 hours, half from 24 down to 2, all below. */
const TIERS = [
  { hours: 24, inclusive: false, percent: 0 },
  { hours: 2, inclusive: true, percent: 50 },
  { hours: 0, inclusive: true, percent: 100 },
];

/** States that nobody has relied on yet, or that the provider's side has left the client in. */
const FREE_STATES = ["requested", "pending_confirmation", "reassigning"];

/** Penalty of a cancellation now, in minor units, and the policy as it is shown. */
export function cancellationOf({ call, session, role }: Movable): {
  readonly penalty: number;
  readonly shown: Readonly<Record<string, unknown>>;
} {
  const remaining = (session.scheduledFor ?? session.startsAt) - call.clock.now();
  const tier = TIERS.find(
    ({ hours, inclusive }) => remaining > hours * HOUR || (inclusive && remaining === hours * HOUR),
  );
  const free = role !== "client" || FREE_STATES.includes(session.state);
  const percent = free ? 0 : ((tier ?? TIERS[2])?.percent ?? 0);
  const { amount } = session;
  const penalty = proportion(amount.minor, percent, 100);
  const paid = session.billing === "paid" ? amount.minor : 0;
  return {
    penalty,
    shown: {
      hours_before: remaining / HOUR,
      penalty_percent: percent,
      penalty: toMoney({ ...amount, minor: penalty }),
      refund: toMoney({ ...amount, minor: Math.max(0, paid - penalty) }),
    },
  };
}
