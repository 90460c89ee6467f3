import { expectEqual, expectThat } from "../expect.ts";
import type { Booked } from "./scope-limit.ts";
import { bookingOf, isFree, nextSlot, type Scene, type Slot } from "./stage.ts";

/** Above the amount that the patient set, the agent asks. A no is a no; a yes is good for one call. */
export async function threshold(scene: Scene, booked: Booked): Promise<void> {
  const { clinic, patient, patientsAgent, narrator } = scene;
  const { booking } = booked;
  const { dearOffer } = clinic;
  narrator.scene("A threshold: declined once, approved once");
  const declined = await ask(scene, booked);
  await patient.decides(declined.confirmation, "reject");
  const { meta } = await patientsAgent.isRefused(
    "scheduling.book",
    bookingOf(scene, dearOffer, declined.slot),
    { under: booking, confirmation: declined.confirmation },
    { code: "CONFIRMATION_INVALID" },
  );
  expectEqual("the request was declined", meta["status"], "rejected");
  expectThat("nothing was booked", await isFree(scene, dearOffer, declined.slot));
  const approved = await ask(scene, booked);
  await patient.decides(approved.confirmation, "approve");
  const wish = bookingOf(scene, dearOffer, approved.slot);
  const other = { ...wish, service_id: clinic.offer.id };
  const swapped = await patientsAgent.isRefused(
    "scheduling.book",
    other,
    { under: booking, confirmation: approved.confirmation },
    { code: "CONFIRMATION_INVALID" },
  );
  expectEqual("the confirmation is untouched", swapped.meta["status"], "approved");
  const call = { under: booking, confirmation: approved.confirmation, note: "the patient agreed" };
  const { data } = await patientsAgent.does("scheduling.book", wish, call);
  expectEqual("state after booking", data.attributes.lifecycle.current_state, "requested");
  const twice = await patientsAgent.isRefused("scheduling.book", wish, call, { code: "CONFIRMATION_INVALID" });
  expectEqual("the confirmation is used up", twice.meta["status"], "consumed");
}

async function ask(scene: Scene, { booking }: Booked): Promise<{ slot: Slot; confirmation: string }> {
  const { clinic, patientsAgent } = scene;
  const slot = await nextSlot(scene, clinic.dearOffer);
  const { meta } = await patientsAgent.isRefused(
    "scheduling.book",
    bookingOf(scene, clinic.dearOffer, slot),
    { under: booking },
    { code: "CONFIRMATION_REQUIRED", check: 8 },
  );
  expectEqual("the limit", meta["constraint"], "require_confirmation_above");
  return { slot, confirmation: String(meta["confirmation_id"]) };
}
