import { dataOf, expectEqual, expectRefused, expectThat } from "../expect.ts";
import { bookAndConfirm, confirm, exceptionOf, expectRecord, statesOf } from "./book.ts";
import { as, type Flow } from "./cast.ts";
import { tryToCheck } from "./deliver.ts";
import { freeSlots, nextSlots } from "./find-slots.ts";

/** The session moves to another time: same id, both moves recorded, the old slot free again, to be confirmed anew. */
export const reschedule: Flow = {
  title: "rescheduling",
  needs: ["scheduling.reschedule"],
  async play(scene) {
    const [from, to, taken] = await nextSlots(scene, 3);
    await bookAndConfirm(scene, taken);
    const sessionId = await bookAndConfirm(scene, from);
    const { node, actor } = as(scene, "client");
    const moveTo = (instant: string) =>
      node.call("scheduling.reschedule", { session_id: sessionId, new_datetime: instant, actor });
    expectRefused("rescheduling to a time that is taken", await moveTo(taken.starts_at), 409, "CONFLICT");
    const moved = dataOf("scheduling.reschedule", await moveTo(to.starts_at));
    expectEqual("session after rescheduling", moved.id, sessionId);
    const { lifecycle, schedule } = moved.attributes;
    expectEqual("state after rescheduling", lifecycle.current_state, "scheduled");
    expectEqual("new time", Date.parse(schedule.scheduled_for ?? ""), to.startMs);
    expectEqual("last two moves", statesOf(moved.attributes).slice(-2), ["rescheduling", "scheduled"]);
    expectRecord(exceptionOf(moved.attributes, "reschedule"), "rescheduled");
    const free = await freeSlots(scene, { reader: scene.cast.client, notBefore: from.startMs });
    expectThat(
      "the old slot is free again",
      free.some(({ startMs }) => startMs === from.startMs),
    );
    const early = await tryToCheck(scene, "delivery.checkin", { sessionId, by: "provider" });
    expectRefused("check-in before it is confirmed again", early, 422, "INVALID_TRANSITION");
    await confirm(scene, sessionId);
    scene.narrate(`rescheduled from ${from.starts_at} to ${to.starts_at}, confirmed again`);
  },
};
