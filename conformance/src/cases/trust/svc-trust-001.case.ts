import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickList } from "../../json-path.ts";
import { expectTrust, ResolverDesk } from "../../resolver-desk.ts";

export default defineCase({
  requirement: "SVC-TRUST-001",
  title: "anybody reads a score, and the level that it falls into",
  async run(context) {
    await ResolverDesk.use(context, async (desk) => {
      await context.world.needs("trust.get_score");
      const score = (slug: string) =>
        context.node.call("trust.get_score", { path: { country: desk.country, org_slug: slug }, as: null });
      const control = await context.positive("of a registered organization", async (check) => {
        const { slug } = await desk.register(check);
        const answer = await score(slug);
        check.status(answer, 200);
        expectTrust(check, answer, "data.attributes.trust");
        const findings = context.validator.findings("trust-report", answer.at("data.attributes"));
        check.equal("breaks of the schema", { expected: [], actual: findings, answer });
        const record = await desk.record(check, slug);
        for (const member of ["org_slug", "country", "trust", "status"])
          check.equal(`${member} is that of the record`, {
            expected: record[member],
            actual: answer.at(`data.attributes.${member}`),
            answer,
          });
        return slug;
      });
      await context.positive("of everybody whom the resolver lists", async (check) => {
        await context.world.needs("resolve.search");
        const answer = await context.node.call("resolve.search", {
          path: { country: desk.country },
          query: { limit: 100 },
        });
        check.collection(answer, "resolutions");
        for (const index of pickList(answer.body, "data").keys())
          expectTrust(check, answer, `data.${index}.attributes.trust`);
      });
      await context.negative("of nobody", control, async (check) => {
        check.status(await score(need(control.value)), 200);
        check.refused(await score(`unknown-${context.world.uniqueWord()}`), "NOT_FOUND");
      });
    });
  },
});
