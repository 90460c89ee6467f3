import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-HTTP-008",
  title: "discovery needs no credential",
  async run(context) {
    await context.positive("the manifest", async (check) => {
      const answer = await context.node.call("registry.manifest", { as: null });
      check.status(answer, 200);
      check.holds("a protocol version", pickText(answer.body, "servicialo") !== undefined, {
        expected: "servicialo",
        actual: answer.text,
        answer,
      });
    });
    await context.positive("registry.search", async (check) => {
      const { vertical = "health" } = await context.world.organization();
      check.collection(await context.node.call("registry.search", { query: { vertical }, as: null }), "organizations");
    });
    await context.positive("services.list", async (check) => {
      await context.world.needs("services.list");
      const path = { org_slug: await context.world.organizationSlug() };
      check.collection(await context.node.call("services.list", { path, as: null }), "service_offers");
    });
    await context.positive("registry.get_organization", async (check) => {
      await context.world.needs("registry.get_organization");
      const path = { org_slug: await context.world.organizationSlug() };
      check.resource(await context.node.call("registry.get_organization", { path, as: null }), 200, "organizations");
    });
  },
});
