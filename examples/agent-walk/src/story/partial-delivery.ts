import { expectEqual, expectRefused, expectThat } from "../expect.ts";
import { inWords, minorUnits, shareOf } from "../money.ts";
import { readAccount, saleOf } from "./account.ts";
import { bookAndConfirm, exceptionOf, move, statesOf, tryToMove } from "./book.ts";
import type { Flow } from "./cast.ts";
import { accept, checkIn, tryToDocument } from "./deliver.ts";
import { nextSlot } from "./find-slots.ts";

/** The provider has to stop early: what was delivered is documented, and charged in proportion. */
export const partialDelivery: Flow = {
  title: "a partial delivery",
  needs: ["lifecycle.transition", "documentation.create"],
  async play(scene) {
    const { price, duration_minutes: agreed } = scene.clinic.offer.attributes;
    const sessionId = await bookAndConfirm(scene, await nextSlot(scene));
    const before = await readAccount(scene);
    await checkIn(scene, sessionId);
    const delivered = Math.floor((agreed * 4) / 9);
    const stop = {
      session_id: sessionId,
      to_state: "partial",
      reason: "The power went out",
      partial: { description: "The first exercises", delivered_minutes: delivered },
    } as const;
    expectRefused("partial delivery stated by the client", await tryToMove(scene, "client", stop), 403, "FORBIDDEN");
    const stopped = await move(scene, "provider", stop);
    const amount = shareOf(price, { of: agreed, parts: delivered });
    expectEqual(`amount for ${delivered} of ${agreed} minutes`, stopped.billing.amount, amount);
    expectThat("a verification deadline is set", stopped.lifecycle.verification_deadline !== undefined);
    expectThat("the check-out is recorded", stopped.proof?.checkout !== undefined);
    const { details } = exceptionOf(stopped, "partial");
    expectThat("the record has its figures", details !== undefined && "delivered_minutes" in details);
    expectEqual("minutes in the record", details.delivered_minutes, delivered);
    const unheard = await tryToMove(scene, "client", {
      session_id: sessionId,
      to_state: "disputed",
      reason: "Too short",
    });
    expectRefused("dispute before it is documented", unheard, 422, "INVALID_TRANSITION");
    const documented = await tryToDocument(scene, sessionId);
    expectEqual("status of documenting what was delivered", documented.status, 201);
    const charged = await move(scene, "organization", { session_id: sessionId, to_state: "charged" });
    expectEqual("billing after the charge", charged.billing.status, "charged");
    expectEqual("total of the sale", (await saleOf(scene, sessionId)).total, amount);
    expectEqual("debt after the charge", (await readAccount(scene)).owed - before.owed, minorUnits(amount));
    const verified = await accept(scene, sessionId);
    expectEqual("states passed", statesOf(verified).slice(3), [
      "in_progress",
      "partial",
      "documented",
      "charged",
      "verified",
    ]);
    scene.narrate(`stopped after ${delivered} of ${agreed} minutes: ${inWords(amount)} charged, verified`);
  },
};
