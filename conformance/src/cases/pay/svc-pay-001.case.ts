import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-PAY-001",
  title: "a sale needs client, offer, provider and price; its quantity is 1 unless given",
  async run(context) {
    const control = await context.positive("a complete sale", async (check) => {
      const sale = await context.journeys.charge(await context.journeys.walkTo("documented"));
      check.resource(sale, 201, "sales");
      check.equal("quantity", { expected: 1, actual: sale.at("data.attributes.quantity"), answer: sale });
    });
    const session = await context.journeys.walkTo("documented");
    for (const member of ["client_id", "service_id", "provider_id", "unit_price"]) {
      await context.negative(`without ${member}`, control, async (check) => {
        const { offer } = session;
        const all = {
          client_id: session.clientId,
          service_id: offer.serviceId,
          provider_id: offer.providerId,
          unit_price: offer.price.value,
          session_id: session.id,
        };
        const attributes = { ...all, [member]: undefined };
        check.refused(
          await context.node.call("payments.create_sale", { attributes, deliberate: true }),
          "VALIDATION_ERROR",
        );
        const { session: read, answer } = await context.journeys.read(session.id);
        check.equal("the session stays documented", { expected: "documented", actual: read.state, answer });
      });
    }
  },
});
