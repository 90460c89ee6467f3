import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickList, pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-DISC-002",
  title: "registry.search finds organizations by their vertical, which is required",
  async run(context) {
    const slugs = (body: unknown) =>
      pickList(body, "data").map((item) => pickText(item, "id") ?? pickText(item, "attributes.slug"));
    const control = await context.positive("the organization is found by its vertical", async (check) => {
      const { slug, vertical, country, location } = await context.world.organization();
      const query = { vertical: need(vertical, "the vertical of the organization"), country, location, limit: 100 };
      const answer = await context.node.call("registry.search", { query });
      check.collection(answer, "organizations");
      check.holds(`${slug} among the hits`, slugs(answer.body).includes(slug), {
        expected: slug,
        actual: slugs(answer.body),
        answer,
      });
      const others = pickList(answer.body, "data").filter((item) => pickText(item, "attributes.vertical") !== vertical);
      check.equal("hits of another vertical", {
        expected: [],
        actual: others.map((item) => pickText(item, "id")),
        answer,
      });
    });
    await context.positive("it is not found by another vertical", async (check) => {
      const { slug } = await context.world.organization();
      const answer = await context.node.call("registry.search", {
        query: { vertical: `x-${context.world.uniqueWord()}`, limit: 100 },
      });
      check.collection(answer, "organizations");
      check.holds(`${slug} among the hits`, !slugs(answer.body).includes(slug), {
        expected: "absent",
        actual: slugs(answer.body),
        answer,
      });
    });
    await context.negative("a search without vertical", control, async (check) => {
      check.refused(await context.node.call("registry.search", { deliberate: true }), "VALIDATION_ERROR");
    });
  },
});
