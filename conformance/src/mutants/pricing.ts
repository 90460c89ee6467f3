import { cancelling } from "./fault-parts.ts";
import { type Editable, editing } from "./faulty.ts";
import type { Fault, MutantCall } from "./mutant-call.ts";

const HOUR_MS = 3_600_000;

/** A step of a cancellation policy as it stands in a contract. */
export interface PolicyTier {
  readonly hours_before: number;
  readonly inclusive?: boolean;
  readonly penalty_percent: number;
}

/** What a wrong node knows when it prices a cancellation. */
export interface Cancellation {
  /** Hours until the start. */
  readonly hours: number;
  /** Start and moment of the cancellation, milliseconds. */
  readonly start: number;
  readonly at: number;
  readonly tiers: readonly PolicyTier[];
}

/** Percentage of the first tier that fits so many hours. */
export function tierAt(tiers: readonly PolicyTier[], hours: number): number {
  const found = tiers.find(
    (tier) => hours > tier.hours_before || (tier.inclusive !== false && hours === tier.hours_before),
  );
  return (found ?? tiers.at(-1))?.penalty_percent ?? 0;
}

/** States another percentage, and the penalty that follows from it, where the node charges by its policy. */
export function pricing(percentOf: (cancellation: Cancellation) => number): Fault {
  return async (call) => {
    const tiers = cancelling(call) ? await tiersOf(call) : [];
    const price = editing(cancelling, ({ data, meta }) => {
      const policy = meta?.policy;
      if (policy === undefined || data.attributes.lifecycle.transitions.at(-1).by === "system") return;
      const start = Date.parse(data.attributes.schedule.scheduled_for);
      const at = Date.parse(data.attributes.lifecycle.transitions.at(-1).at);
      const percent = percentOf({ hours: (start - at) / HOUR_MS, start, at, tiers });
      if (percent === policy.penalty_percent) return;
      policy.penalty_percent = percent;
      policy.penalty.value = Math.round((data.attributes.billing.amount.value * percent) / 100);
    });
    return price(call);
  };
}

async function tiersOf(call: MutantCall): Promise<readonly PolicyTier[]> {
  const target = `/servicialo/v1/services/${call.params["session_id"]}/contract?org_id=${call.actorOf("organization").id}`;
  const { status, body } = await call.ask("GET", target, { as: "organization" });
  if (status !== 200) throw new Error(`The terms of a cancellation cannot be read: ${status}`);
  return (body as Editable).data.attributes.cancellation_policy.tiers;
}
