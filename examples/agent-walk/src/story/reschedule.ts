import type { AvailabilitySlot } from "@servicialo/schema/0.8/types";
import { dataOf, expectEqual, expectThat } from "../expect.ts";
import { bookAndConfirm } from "./book.ts";
import { actorOf, type Cast, type Clinic, type Narrate } from "./cast.ts";
import { findSlots } from "./find-clinic.ts";

/** The session moves to another time: same id, both moves recorded, the old slot free again. */
export async function reschedule(
  cast: Cast,
  clinic: Clinic,
  slots: { readonly from: AvailabilitySlot; readonly to: AvailabilitySlot },
  narrate: Narrate,
): Promise<void> {
  const sessionId = await bookAndConfirm(cast, clinic, slots.from);
  const moved = dataOf(
    "scheduling.reschedule",
    await cast.client.call("scheduling.reschedule", {
      session_id: sessionId,
      new_datetime: slots.to.starts_at,
      actor: actorOf("client", cast.client.id),
    }),
  );
  expectEqual("session after rescheduling", moved.id, sessionId);
  const { lifecycle, schedule } = moved.attributes;
  expectEqual("state after rescheduling", lifecycle.current_state, "scheduled");
  expectEqual("new time", Date.parse(schedule.scheduled_for ?? ""), Date.parse(slots.to.starts_at));
  expectEqual(
    "last two moves",
    lifecycle.transitions?.slice(-2).map((transition) => transition.to),
    ["rescheduling", "scheduled"],
  );
  const free = await findSlots(cast, clinic, new Date(Date.parse(slots.from.starts_at)));
  expectThat(
    "the old slot is free again",
    free.some((slot) => Date.parse(slot.starts_at) === Date.parse(slots.from.starts_at)),
  );
  narrate(`rescheduled from ${slots.from.starts_at} to ${slots.to.starts_at}`);
}
