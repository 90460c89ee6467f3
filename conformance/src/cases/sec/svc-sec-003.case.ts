import { expectUnmoved, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-SEC-003",
  title: "a client reaches only its own sessions",
  async run(context) {
    context.node.credential("second_client");
    const control = await context.positive("the client reads its session", async (check) => {
      const session = await context.journeys.walkTo("scheduled");
      check.resource(
        await context.node.call("service.get", { path: { service_id: session.id }, as: "client" }),
        200,
        "services",
      );
      return session;
    });
    await context.negative("another client reads it", control, async (check) => {
      const answer = await context.node.call("service.get", {
        path: { service_id: need(control.value).id },
        as: "second_client",
      });
      check.refused(answer, "NOT_FOUND", "FORBIDDEN");
    });
    await context.negative("another client cancels it", control, async (check) => {
      const { session: before } = await context.journeys.read(need(control.value).id);
      check.refused(
        await context.journeys.transition(before, "cancelled", { as: "second_client" }),
        "NOT_FOUND",
        "FORBIDDEN",
      );
      await expectUnmoved(context, check, before);
    });
    await context.negative("a client books for another client", control, async (check) => {
      const clientId = context.node.partyId("client");
      const actor = await context.world.actorOf("second_client");
      const { attributes } = await context.journeys.bookingAttributes({ clientId, attributes: { actor } });
      const answer = await context.node.call("scheduling.book", { attributes, as: "second_client" });
      check.refused(answer, "NOT_FOUND", "FORBIDDEN", "VALIDATION_ERROR");
    });
  },
});
