import type { Contract } from "@servicialo/schema/0.8/types";
import { bodyOf, expectEqual, expectThat } from "../expect.ts";
import { inWords, minorUnits, shareOf } from "../money.ts";
import { readAccount, saleOf } from "./account.ts";
import { bookAndConfirm, exceptionOf, expectRecord } from "./book.ts";
import { as, type Flow } from "./cast.ts";
import { nextSlot } from "./find-slots.ts";
import { HOUR_MS, moveTimeTo } from "./sandbox-time.ts";

const HOURS_BEFORE = 3;

/** The client cancels three hours before the start, when it costs what the contract says. */
export const lateCancellation: Flow = {
  title: "a late cancellation",
  needs: ["scheduling.cancel"],
  movesTime: true,
  async play(scene) {
    const { cast, clinic } = scene;
    const slot = await nextSlot(scene);
    const sessionId = await bookAndConfirm(scene, slot);
    const before = await readAccount(scene);
    await moveTimeTo(cast, slot.startMs - HOURS_BEFORE * HOUR_MS);
    const { node, actor } = as(scene, "client");
    const answer = await node.call("scheduling.cancel", { session_id: sessionId, reason: "Ill", actor });
    const { data, meta } = bodyOf("scheduling.cancel", answer);
    const { lifecycle, billing } = data.attributes;
    expectEqual("state after cancelling", lifecycle.current_state, "cancelled");
    const percent = percentAt(clinic.contract, HOURS_BEFORE);
    const penalty = shareOf(clinic.offer.attributes.price, { of: 100, parts: percent });
    expectEqual("penalty percent three hours before", meta.policy.penalty_percent, percent);
    expectEqual("penalty", meta.policy.penalty, penalty);
    expectRecord(exceptionOf(data.attributes, "cancellation"), percent > 0 ? "client_penalized" : "free");
    expectEqual("billing after cancelling", billing.status, percent > 0 ? "charged" : "pending");
    expectEqual("debt after cancelling", (await readAccount(scene)).owed - before.owed, minorUnits(penalty));
    if (percent > 0) expectEqual("sale of the penalty", (await saleOf(scene, sessionId)).total, penalty);
    scene.narrate(`cancelled ${HOURS_BEFORE} hours before: ${inWords(penalty)} penalty`);
  },
};

/** What a client's cancellation costs at this distance from the start (lifecycle 8). */
function percentAt({ cancellation_policy: { tiers } }: Contract, hours: number): number {
  const tier = tiers.find(({ hours_before: limit, inclusive }) => hours > limit || (inclusive && hours === limit));
  const percent = (tier ?? tiers.at(-1))?.penalty_percent;
  expectThat("the cancellation policy has tiers", percent !== undefined);
  return percent;
}
