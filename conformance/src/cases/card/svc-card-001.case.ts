import { defineCase } from "../../define-case.ts";
import { isRecord } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-CARD-001",
  title: "the organization has an agent card at its level 2 path",
  async run(context) {
    await context.positive("the card is served and valid", async (check) => {
      const path = { org_slug: await context.world.organizationSlug() };
      const answer = await context.node.call("discovery.get_agent_card", { path });
      check.status(answer, 200);
      const card = answer.body;
      for (const member of ["version", "organization", "capabilities", "services", "endpoints", "authentication"]) {
        check.holds(member, isRecord(card) && card[member] !== undefined, {
          expected: "present",
          actual: "absent",
          answer,
        });
      }
      check.equal("organization.slug", { expected: path.org_slug, actual: answer.at("organization.slug"), answer });
      const findings = context.validator.findings("agent-card", card);
      check.equal("breaks of the card schema", { expected: [], actual: findings, answer });
    });
  },
});
