import type { Answer } from "../../answer.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { pickList, pickText } from "../../json-path.ts";

/** Every offer shown is readable by its id and public there; unlisted ids cannot be learnt from outside, so only listings are judged. */
async function expectPublic(
  check: Check,
  shown: { where: string; ids: readonly string[]; read: (id: string) => Promise<Answer> },
): Promise<void> {
  check.holds(`offers in ${shown.where}`, shown.ids.length > 0, { expected: "at least one", actual: shown.ids.length });
  for (const id of shown.ids) {
    const answer = await shown.read(id);
    if (!check.resource(answer, 200, "service_offers")) continue;
    check.equal(`visibility of ${id}, shown in ${shown.where}`, {
      expected: "public",
      actual: pickText(answer.body, "data.attributes.visibility") ?? "public",
      answer,
    });
  }
}

export default defineCase({
  requirement: "SVC-DISC-007",
  title: "only public offers are listed",
  async run(context) {
    const read = (id: string) => context.node.call("service.get", { path: { service_id: id } });
    const idsOf = (items: readonly unknown[]) =>
      items.map((item) => pickText(item, "id") ?? "").filter((id) => id !== "");
    await context.positive("the agent card", async (check) => {
      const ids = idsOf(pickList(await context.world.agentCard(), "services"));
      await expectPublic(check, { where: "the card", ids, read });
    });
    await context.positive("the catalogue", async (check) => {
      await context.world.needs("services.list");
      const path = { org_slug: await context.world.organizationSlug() };
      const answer = await context.node.call("services.list", { path, query: { per_page: 100 } });
      check.collection(answer, "service_offers");
      await expectPublic(check, { where: "the catalogue", ids: idsOf(pickList(answer.body, "data")), read });
    });
    await context.positive("the public profile", async (check) => {
      await context.world.needs("registry.get_organization");
      const path = { org_slug: await context.world.organizationSlug() };
      const answer = await context.node.call("registry.get_organization", { path });
      check.resource(answer, 200, "organizations");
      const ids = idsOf(pickList(answer.body, "data.attributes.services"));
      if (ids.length > 0) await expectPublic(check, { where: "the profile", ids, read });
    });
  },
});
