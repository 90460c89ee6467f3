import { dataOf, expectEqual, expectRefused, expectThat } from "../expect.ts";
import { readAccount } from "./account.ts";
import { bookAndConfirm, confirm, exceptionOf, expectRecord, move, readSession, statesOf, tryToMove } from "./book.ts";
import { type Flow, type Scene, substituteOf } from "./cast.ts";
import { accept, charge, deliver, tryToCheck } from "./deliver.ts";
import { covers, freeSlots, nextSlot, type Slot } from "./find-slots.ts";
import { DAY_MS } from "./sandbox-time.ts";

/** The provider will not come and says so: another one takes over, and where there is none the client pays nothing. */
export const providerNoShow: Flow = {
  title: "a provider's no-show",
  needs: ["lifecycle.transition"],
  async play(scene) {
    await reassign(scene);
    await giveUp(scene);
  },
};

async function announce(scene: Scene, sessionId: string): Promise<void> {
  const absence = {
    session_id: sessionId,
    to_state: "reassigning",
    reason: "no_show",
    no_show_type: "provider",
  } as const;
  const early = await tryToMove(scene, "organization", absence);
  expectRefused("provider no-show stated by others before the start", early, 422, "INVALID_TRANSITION");
  const session = await move(scene, "provider", absence);
  expectRecord(exceptionOf(session, "no_show"), null);
}

async function reassign(scene: Scene): Promise<void> {
  const { cast, narrate } = scene;
  const substitute = substituteOf(cast);
  const slot = await slotOfBoth(scene);
  const sessionId = await bookAndConfirm(scene, slot);
  await announce(scene, sessionId);
  const free = await freeSlots(scene, { reader: cast.stranger, notBefore: slot.startMs });
  expectThat("the provider is free again", covers(free, slot));
  const reassigned = await move(scene, "organization", {
    session_id: sessionId,
    to_state: "scheduled",
    provider_id: substitute.id,
  });
  expectEqual("provider after the reassignment", reassigned.provider.id, substitute.id);
  expectEqual("start after the reassignment", Date.parse(reassigned.starts_at), slot.startMs);
  expectRecord(exceptionOf(reassigned, "no_show"), "provider_reassigned");
  const unconfirmed = await tryToCheck(scene, "delivery.checkin", { sessionId, by: "substitute" });
  expectRefused("check-in before it is confirmed again", unconfirmed, 422, "INVALID_TRANSITION");
  await confirm(scene, sessionId);
  const absent = await tryToCheck(scene, "delivery.checkin", { sessionId, by: "provider" });
  expectRefused("check-in by the absent provider", absent, 403, "FORBIDDEN");
  await deliver(scene, sessionId, { by: "substitute" });
  const sale = await charge(scene, sessionId, { providerId: substitute.id });
  expectEqual("provider of the sale", sale.provider_id, substitute.id);
  const verified = await accept(scene, sessionId);
  expectEqual("states passed", statesOf(verified).slice(2, 6), ["confirmed", "reassigning", "scheduled", "confirmed"]);
  narrate("the provider cannot come: reassigned, confirmed again, delivered by the substitute");
}

async function giveUp(scene: Scene): Promise<void> {
  const slot = await nextSlot(scene);
  const before = await readAccount(scene);
  const sessionId = await bookAndConfirm(scene, slot);
  await announce(scene, sessionId);
  const answer = await tryToMove(scene, "organization", {
    session_id: sessionId,
    to_state: "cancelled",
    reason: "no replacement",
  });
  dataOf("cancelling without a replacement", answer);
  const session = await readSession(scene, sessionId);
  expectEqual("state without a replacement", session.lifecycle.current_state, "cancelled");
  expectRecord(exceptionOf(session, "no_show"), "no_replacement");
  expectEqual("billing without a replacement", session.billing.status, "pending");
  expectEqual("debt without a replacement", (await readAccount(scene)).owed, before.owed);
  scene.narrate("nobody to replace the provider: cancelled, free of charge for the client");
}

/** A slot at which the substitute is free as well. */
async function slotOfBoth(scene: Scene): Promise<Slot> {
  const { cast } = scene;
  const first = await nextSlot(scene);
  const substitutes = await freeSlots(scene, {
    reader: cast.stranger,
    providerId: substituteOf(cast).id,
    // A slot of the substitute's may have begun before the provider's.
    notBefore: first.startMs - DAY_MS,
  });
  const own = await freeSlots(scene, { reader: cast.client, notBefore: first.startMs });
  const slot = own.find((one) => covers(substitutes, one));
  expectThat("both providers are free at some time within two weeks", slot !== undefined);
  return slot;
}
