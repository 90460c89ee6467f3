import { expectBooking, expectMove } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-EXT-003",
  title: "unknown values of closed enums are refused",
  async run(context) {
    const control = await context.positive("known values", async (check) => {
      const session = await expectBooking(context, check, {
        attributes: { submission: { channel: "api", submitted_by_type: "human" } },
      });
      await expectMove(context, check, { session, to: "scheduled" });
    });
    const wrong = [
      { name: "an actor type", attributes: { actor: { type: "spectator", id: await context.world.organizationId() } } },
      {
        name: "a submission channel",
        attributes: { submission: { channel: "telepathy", submitted_by_type: "human" } },
      },
      { name: "a submitted_by_type", attributes: { submission: { channel: "api", submitted_by_type: "ghost" } } },
    ];
    for (const { name, attributes: wish } of wrong) {
      await context.negative(`${name} that does not exist, in a booking`, control, async (check) => {
        const { attributes } = await context.journeys.bookingAttributes({ attributes: wish });
        check.refused(await context.node.call("scheduling.book", { attributes, deliberate: true }), "VALIDATION_ERROR");
      });
    }
    await context.negative("a to_state that does not exist", control, async (check) => {
      const session = await context.journeys.book();
      check.refused(
        await context.journeys.transition(session, "limbo", { options: { deliberate: true } }),
        "VALIDATION_ERROR",
      );
    });
    await context.negative("a data_sensitivity that does not exist", control, async (check) => {
      const session = await context.journeys.walkTo("in_progress");
      const item = { evidence_type: "notes", data: { text: "note" }, data_sensitivity: "whispered" };
      check.refused(await context.journeys.recordEvidence(session, item, { deliberate: true }), "VALIDATION_ERROR");
    });
  },
});
