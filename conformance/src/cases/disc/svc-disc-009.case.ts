import { expectBooking, unknownId } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-DISC-009",
  title: "service.get answers offers and sessions",
  async run(context) {
    const control = await context.positive("an offer id and a session id", async (check) => {
      const session = await expectBooking(context, check);
      const offer = await context.node.call("service.get", { path: { service_id: session.offer.serviceId } });
      check.resource(offer, 200, "service_offers");
      check.equal("id of the offer", { expected: session.offer.serviceId, actual: offer.at("data.id"), answer: offer });
      const read = await context.node.call("service.get", { path: { service_id: session.id } });
      check.resource(read, 200, "services");
      check.equal("id of the session", { expected: session.id, actual: read.at("data.id"), answer: read });
      const findings = context.validator.findings("service", read.at("data.attributes"));
      check.equal("breaks of the Service schema", { expected: [], actual: findings, answer: read });
    });
    await context.negative("an unknown id", control, async (check) => {
      check.refused(await context.node.call("service.get", { path: { service_id: unknownId(context) } }), "NOT_FOUND");
    });
  },
});
