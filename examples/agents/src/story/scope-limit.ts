import type { HeldMandate } from "../agent.ts";
import { expectEqual, expectThat } from "../expect.ts";
import { bookingOf, isFree, nextSlot, nodeTime, type Scene } from "./stage.ts";

/** What the patient's agent has after this scene. */
export interface Booked {
  readonly sessionId: string;
  /** The mandate that lets it book. */
  readonly booking: HeldMandate;
}

/** A mandate to look is none to book. The refusal says what is missing; the patient, and nobody else, can grant it. */
export async function scopeLimit(scene: Scene): Promise<Booked> {
  const { clinic, mandates, patient, patientsAgent, narrator } = scene;
  narrator.scene("A scope that is missing");
  const slot = await nextSlot(scene, clinic.offer);
  const wish = bookingOf(scene, clinic.offer, slot);
  const { meta, mend } = await patientsAgent.isRefused(
    "scheduling.book",
    wish,
    { under: mandates.looking },
    { code: "SCOPE_INSUFFICIENT", check: 5 },
  );
  expectEqual("the scope that is missing", meta["scopes"], ["schedule:write"]);
  expectThat(
    "the mend names scope and mandate",
    ["schedule:write", mandates.looking.id].every((it) => mend.includes(it)),
  );
  expectThat("nothing was booked", await isFree(scene, clinic.offer, slot));
  const { value: amount, currency } = clinic.offer.attributes.price;
  const booking = await patient.issues({
    name: "patient-2",
    to: patientsAgent,
    context: clinic.context,
    scopes: ["schedule:write", "service:read", "service:write"],
    constraints: { require_confirmation_above: { amount, currency } },
    now: await nodeTime(scene),
  });
  const call = {
    under: booking,
    idempotencyKey: `example-agents-${booking.id}`,
    note: `${amount} ${currency} is not above the threshold`,
  };
  const { data } = await patientsAgent.does("scheduling.book", wish, call);
  expectEqual("state after booking", data.attributes.lifecycle.current_state, "requested");
  const again = await patientsAgent.repeats("scheduling.book", wish, call);
  expectEqual("the session under the same key", again.data.id, data.id);
  expectThat("the slot is taken", !(await isFree(scene, clinic.offer, slot)));
  return { sessionId: data.id, booking };
}
