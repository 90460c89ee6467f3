import type { AvailabilitySlot } from "@servicialo/schema/0.8/types";
import { bodyOf, expectEqual } from "../expect.ts";
import { bookAndConfirm } from "./book.ts";
import { actorOf, type Cast, type Clinic, type Narrate } from "./cast.ts";
import { moveTimeTo } from "./sandbox-time.ts";

const HOUR_MS = 60 * 60 * 1000;

/** The client cancels three hours before the start, inside the window that costs half. */
export async function lateCancellation(
  cast: Cast,
  clinic: Clinic,
  slot: AvailabilitySlot,
  narrate: Narrate,
): Promise<void> {
  const sessionId = await bookAndConfirm(cast, clinic, slot);
  await moveTimeTo(cast, new Date(Date.parse(slot.starts_at) - 3 * HOUR_MS));
  const answer = await cast.client.call("scheduling.cancel", {
    session_id: sessionId,
    reason: "Ill",
    actor: actorOf("client", cast.client.id),
  });
  const { data, meta } = bodyOf("scheduling.cancel", answer);
  expectEqual("state after cancelling", data.attributes.lifecycle.current_state, "cancelled");
  const { price } = clinic.offer.attributes;
  const { policy } = meta;
  expectEqual("penalty percent three hours before", policy.penalty_percent, 50);
  expectEqual("penalty", policy.penalty, { value: Math.round(price.value / 2), currency: price.currency });
  narrate(`cancelled three hours before: ${policy.penalty.value} ${policy.penalty.currency} penalty`);
}
