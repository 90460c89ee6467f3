import { expectEqual, expectRefused } from "../expect.ts";
import { bookAndConfirm, readSession, statesOf, tryToMove } from "./book.ts";
import type { Flow } from "./cast.ts";
import { charge, checkIn, checkOut, deliver } from "./deliver.ts";
import { nextSlots } from "./find-slots.ts";
import { HOUR_MS, moveTimeTo, nodeTime } from "./sandbox-time.ts";

/** The client stays silent until the deadline: the node verifies, and nothing can be disputed any more. */
export const automaticVerification: Flow = {
  title: "automatic verification",
  needs: ["lifecycle.transition", "payments.create_sale"],
  movesTime: true,
  async play(scene) {
    const { cast, clinic } = scene;
    const [first, second] = await nextSlots(scene, 2);
    const silent = await bookAndConfirm(scene, first);
    const undocumented = await bookAndConfirm(scene, second);
    await checkIn(scene, undocumented);
    await checkOut(scene, undocumented);
    const delivered = (await nodeTime(scene)).getTime();
    await deliver(scene, silent);
    await charge(scene, silent);
    const deadline = (await readSession(scene, silent)).lifecycle.verification_deadline ?? "";
    await moveTimeTo(cast, Date.parse(deadline) - 1000);
    const waiting = await readSession(scene, silent);
    expectEqual("state a second before the deadline", waiting.lifecycle.current_state, "charged");
    await moveTimeTo(cast, deadline);
    const session = await readSession(scene, silent);
    expectEqual("states passed", statesOf(session).slice(-2), ["charged", "verified"]);
    const last = session.lifecycle.transitions?.at(-1);
    expectEqual("author of the verification", [last?.by, last?.method], ["system", "auto"]);
    const dispute = (session_id: string) =>
      tryToMove(scene, "client", { session_id, to_state: "disputed", reason: "Too late" });
    expectRefused("dispute of what is verified", await dispute(silent), 422, "INVALID_TRANSITION");
    const { dispute_window_hours: window } = clinic.contract;
    const windowEnds = delivered + window * HOUR_MS;
    if (windowEnds > (await nodeTime(scene)).getTime()) await moveTimeTo(cast, windowEnds + HOUR_MS);
    expectRefused("dispute after the window", await dispute(undocumented), 422, "DISPUTE_WINDOW_CLOSED");
    const left = await readSession(scene, undocumented);
    expectEqual("state of what nobody documented", left.lifecycle.current_state, "delivered");
    scene.narrate(
      `silence until ${deadline}: verified by the node; after ${window} hours nothing is disputed any more`,
    );
  },
};
