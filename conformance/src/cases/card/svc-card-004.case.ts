import { defineCase } from "../../define-case.ts";
import { isRecord, pickList, pickText } from "../../json-path.ts";

const MEMBERS = ["slug", "name", "vertical", "country"];

export default defineCase({
  requirement: "SVC-CARD-004",
  title: "a platform lists its discoverable organizations, each with its card",
  negativeOmitted: "no operation publishes or hides an organization, so an unpublished one cannot be made from outside",
  async run(context) {
    const slug = await context.world.organizationSlug();
    const target = `${context.node.connection.hostUrl}/.well-known/agents.json`;
    const answer = await context.node.raw({ method: "GET", target });
    const alone = (await context.world.manifest())?.org_slug;
    if (answer.status === 404 && typeof alone === "string" && alone !== "")
      context.notApplicable(`the node serves ${alone} alone, whose card needs no list`);
    await context.positive("the list, and the cards that it leads to", async (check) => {
      if (!check.status(answer, 200)) return;
      const findings = context.validator.findings("agent-list", answer.body);
      check.equal("breaks of the list's schema", { expected: [], actual: findings, answer });
      const entries = pickList(answer.body, "organizations").filter(isRecord);
      check.holds(
        "the organization under test",
        entries.some((entry) => entry.slug === slug),
        {
          expected: slug,
          actual: entries.map((entry) => entry.slug),
          answer,
        },
      );
      for (const entry of entries) {
        const card = await context.node.raw({ method: "GET", target: String(entry.agent_card) });
        if (!check.status(card, 200)) continue;
        for (const member of MEMBERS)
          check.equal(`${member} in the card of ${String(entry.slug)}`, {
            expected: entry[member],
            actual: pickText(card.body, `organization.${member}`),
            answer: card,
          });
      }
    });
    await context.positive("who is listed is public elsewhere, too", async (check) => {
      await context.world.needs("registry.get_organization");
      for (const entry of pickList(answer.body, "organizations").filter(isRecord)) {
        const path = { org_slug: String(entry.slug) };
        const query = { country: String(entry.country) };
        check.resource(
          await context.node.call("registry.get_organization", { path, query, as: null }),
          200,
          "organizations",
        );
      }
    });
  },
});
