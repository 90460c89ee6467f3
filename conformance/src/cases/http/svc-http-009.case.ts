import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-HTTP-009",
  title: "answers are enveloped",
  async run(context) {
    await context.positive("service.get answers one resource", async (check) => {
      const { offer } = await context.world.bookable();
      check.resource(
        await context.node.call("service.get", { path: { service_id: offer.serviceId } }),
        200,
        "service_offers",
      );
    });
    await context.positive("registry.search answers a collection", async (check) => {
      const { vertical = "health" } = await context.world.organization();
      check.collection(await context.node.call("registry.search", { query: { vertical } }), "organizations");
    });
  },
});
