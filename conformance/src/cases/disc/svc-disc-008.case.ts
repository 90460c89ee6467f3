import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickList, pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-DISC-008",
  title: "an organization and its catalogue are public, an unknown one is not found",
  async run(context) {
    const slug = await context.world.organizationSlug();
    const unknown = `unknown-${context.world.uniqueWord()}`;
    const profile = await context.positive("the profile of a known organization", async (check) => {
      await context.world.needs("registry.get_organization");
      const answer = await context.node.call("registry.get_organization", { path: { org_slug: slug }, as: null });
      check.resource(answer, 200, "organizations");
      check.equal("slug", {
        expected: slug,
        actual: answer.at("data.attributes.slug") ?? answer.at("data.id"),
        answer,
      });
      for (const member of ["name", "vertical", "country"])
        check.holds(member, (pickText(answer.body, `data.attributes.${member}`) ?? "") !== "", {
          expected: "given",
          actual: answer.at(`data.attributes.${member}`),
          answer,
        });
    });
    await context.negative("the profile of an unknown one", profile, async (check) => {
      const answer = await context.node.call("registry.get_organization", { path: { org_slug: unknown }, as: null });
      check.refused(answer, "NOT_FOUND");
    });
    const catalogue = await context.positive("the catalogue of a known organization", async (check) => {
      await context.world.needs("services.list");
      const answer = await context.node.call("services.list", { path: { org_slug: slug }, as: null });
      check.collection(answer, "service_offers");
      const offers = pickList(answer.body, "data");
      check.holds("offers", offers.length > 0, { expected: "at least one", actual: offers.length, answer });
      for (const offer of offers) {
        const findings = context.validator.findings(
          "service-offer",
          need((offer as { attributes?: unknown }).attributes),
        );
        check.equal("breaks of the ServiceOffer schema", { expected: [], actual: findings, answer });
      }
    });
    await context.negative("the catalogue of an unknown one", catalogue, async (check) => {
      const answer = await context.node.call("services.list", { path: { org_slug: unknown }, as: null });
      check.refused(answer, "NOT_FOUND");
    });
  },
});
