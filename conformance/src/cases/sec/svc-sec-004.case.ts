import { expectBooking, expectUnmoved } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-SEC-004",
  title: "an organization acts for its own people only, and does not deliver",
  async run(context) {
    const control = await context.positive("the organization books in the name of its client", async (check) => {
      const clientId = await context.world.clientId();
      await expectBooking(context, check, { clientId, attributes: { actor: { type: "client", id: clientId } } });
    });
    await context.negative("it claims a client that is not its own", control, async (check) => {
      const id = context.node.has("foreign_client") ? context.node.partyId("foreign_client") : "client-of-nobody";
      const { attributes } = await context.journeys.bookingAttributes({
        clientId: id,
        attributes: { actor: { type: "client", id } },
      });
      check.refused(await context.node.call("scheduling.book", { attributes }), "FORBIDDEN", "NOT_FOUND");
    });
    await context.negative("it books for a client that is not its own", control, async (check) => {
      const clientId = context.node.partyId("foreign_client");
      const { attributes } = await context.journeys.bookingAttributes({ clientId });
      check.refused(
        await context.node.call("scheduling.book", { attributes }),
        "FORBIDDEN",
        "NOT_FOUND",
        "VALIDATION_ERROR",
      );
    });
    await context.negative("it marks a session as delivered", control, async (check) => {
      const session = await context.journeys.walkTo("in_progress");
      const { session: before } = await context.journeys.read(session.id);
      check.refused(await context.journeys.transition(session, "delivered", { as: "organization" }), "FORBIDDEN");
      await expectUnmoved(context, check, before);
    });
  },
});
