import { dataOf, expectEqual, expectRefused } from "../expect.ts";
import { inWords, minorUnits, shareOf } from "../money.ts";
import { readAccount, saleOf } from "./account.ts";
import { bookAndConfirm, exceptionOf, expectRecord, tryToMove } from "./book.ts";
import type { Flow } from "./cast.ts";
import { nextSlot } from "./find-slots.ts";
import { MINUTE_MS, moveTimeTo } from "./sandbox-time.ts";

/** The client does not come: refused within the grace period, then cancelled with the contract's penalty. */
export const clientNoShow: Flow = {
  title: "a client's no-show",
  needs: ["lifecycle.transition"],
  movesTime: true,
  async play(scene) {
    const { cast, clinic } = scene;
    const { grace_minutes: grace = 15, client } = clinic.contract.no_show_policy;
    const slot = await nextSlot(scene);
    const sessionId = await bookAndConfirm(scene, slot);
    const mark = () =>
      tryToMove(scene, "organization", {
        session_id: sessionId,
        to_state: "cancelled",
        reason: "no_show",
        no_show_type: "client",
      });
    expectRefused("no-show before the start", await mark(), 422, "INVALID_TRANSITION");
    await moveTimeTo(cast, slot.startMs + (grace - 1) * MINUTE_MS);
    expectRefused("no-show within the grace period", await mark(), 422, "INVALID_TRANSITION");
    const before = await readAccount(scene);
    await moveTimeTo(cast, slot.startMs + (grace + 1) * MINUTE_MS);
    const session = dataOf("client no-show", await mark()).attributes;
    expectEqual("state after the no-show", session.lifecycle.current_state, "cancelled");
    const penalty = shareOf(clinic.offer.attributes.price, { of: 100, parts: client?.penalty_percent ?? 100 });
    const owes = minorUnits(penalty) > 0;
    expectRecord(exceptionOf(session, "no_show"), owes ? "client_penalized" : "free");
    expectEqual("billing after the no-show", session.billing.status, owes ? "charged" : "pending");
    expectEqual("debt after the no-show", (await readAccount(scene)).owed - before.owed, minorUnits(penalty));
    if (owes) expectEqual("sale of the penalty", (await saleOf(scene, sessionId)).total, penalty);
    scene.narrate(`no-show after ${grace} minutes of grace: cancelled, penalty of ${inWords(penalty)} charged`);
  },
};
