import { dataOf, expectEqual, expectRefused } from "../expect.ts";
import { pay } from "./account.ts";
import { bookAndConfirm, readSession } from "./book.ts";
import type { Flow, Scene } from "./cast.ts";
import { accept, charge, checkIn, checkOut, document, recordEvidence, tryToCheck, tryToDocument } from "./deliver.ts";
import { nextSlot } from "./find-slots.ts";

/** From `requested` to `verified`: booked, delivered, evidenced, documented, charged, paid, accepted. */
export const happyPath: Flow = {
  title: "from requested to verified",
  // Without any of this a node serves nobody: it is played whatever the node declares.
  needs: [],
  async play(scene) {
    const { narrate } = scene;
    const slot = await nextSlot(scene);
    const sessionId = await bookAndConfirm(scene, slot);
    narrate(`booked and confirmed ${sessionId} for ${slot.starts_at}`);
    await checkIn(scene, sessionId);
    const refused = await tryToCheck(scene, "delivery.checkout", { sessionId, by: "client" });
    expectRefused("check-out by the client", refused, 403, "FORBIDDEN");
    await checkOut(scene, sessionId);
    narrate("checked in and out by the provider; nobody else may mark it delivered");
    const tooEarly = await tryToDocument(scene, sessionId);
    expectRefused("documenting without the clinical record", tooEarly, 422, "EVIDENCE_REQUIRED");
    await recordEvidence(scene, sessionId);
    await document(scene, sessionId);
    narrate("evidence recorded, session documented");
    await settle(scene, sessionId);
    narrate("charged and paid; the payment did not move the lifecycle");
    await accept(scene, sessionId);
    await checkHistory(scene, sessionId);
    narrate("accepted by the client: verified, with a complete history");
  },
};

async function settle(scene: Scene, sessionId: string): Promise<void> {
  const { price } = scene.clinic.offer.attributes;
  const sale = await charge(scene, sessionId);
  expectEqual("state after the sale", (await readSession(scene, sessionId)).lifecycle.current_state, "charged");
  const half = Math.floor(price.value / 2);
  for (const amount of [half, price.value - half]) await pay(scene, sale.id, amount);
  const session = await readSession(scene, sessionId);
  expectEqual("billing after full payment", session.billing.status, "paid");
  expectEqual("state after full payment", session.lifecycle.current_state, "charged");
  const answer = await scene.cast.client.call("payments.get_status", { sale_id: sale.id });
  const { balance } = dataOf("payments.get_status", answer).attributes;
  expectEqual("balance after full payment", balance, { value: 0, currency: price.currency });
}

async function checkHistory({ cast }: Scene, sessionId: string): Promise<void> {
  const answer = await cast.client.call("lifecycle.get_state", { session_id: sessionId });
  const lifecycle = dataOf("lifecycle.get_state", answer).attributes;
  expectEqual(
    "states passed",
    lifecycle.transitions.map((transition) => transition.to),
    ["requested", "scheduled", "confirmed", "in_progress", "delivered", "documented", "charged", "verified"],
  );
  expectEqual("targets of a verified session", lifecycle.available_transitions, []);
}
