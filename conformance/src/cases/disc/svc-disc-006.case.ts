import { expectBooking, expectMove } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { evidenceOfType } from "../../evidence-kinds.ts";

export default defineCase({
  requirement: "SVC-DISC-006",
  title: "the six required operations work",
  async run(context) {
    await context.positive("registry.search", async (check) => {
      const { vertical = "health" } = await context.world.organization();
      check.collection(await context.node.call("registry.search", { query: { vertical } }), "organizations");
    });
    await context.positive("service.get, scheduling.book and lifecycle.transition", async (check) => {
      const session = await expectBooking(context, check);
      check.resource(
        await context.node.call("service.get", { path: { service_id: session.offer.serviceId } }),
        200,
        "service_offers",
      );
      check.resource(await context.node.call("service.get", { path: { service_id: session.id } }), 200, "services");
      await expectMove(context, check, { session, to: "scheduled" });
    });
    await context.positive("delivery.record_evidence and payments.create_sale", async (check) => {
      const session = await context.journeys.walkTo("delivered");
      check.resource(await context.journeys.recordEvidence(session, evidenceOfType("notes")), 201, "sessions");
      await context.journeys.advance(session, "documented");
      check.resource(await context.journeys.charge(session), 201, "sales");
    });
  },
});
