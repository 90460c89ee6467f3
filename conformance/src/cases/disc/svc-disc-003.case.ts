import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickList, pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-DISC-003",
  title: "registry.search applies location, country and limit",
  async run(context) {
    const { slug, vertical: known, country, location } = await context.world.organization();
    const vertical = need(known, "the vertical of the organization");
    const search = (query: Record<string, string | number | undefined>, deliberate = false) =>
      context.node.call("registry.search", { query: { vertical, country, ...query }, deliberate });
    const ids = (body: unknown) => pickList(body, "data").map((item) => pickText(item, "id"));
    const control = await context.positive("limit is 10 unless given", async (check) => {
      const plain = await search({});
      check.collection(plain, "organizations");
      check.equal("meta.per_page", { expected: 10, actual: plain.at("meta.per_page"), answer: plain });
      const one = await search({ limit: 1 });
      check.collection(one, "organizations");
      check.equal("hits with limit=1", { expected: 1, actual: ids(one.body).length, answer: one });
      const most = await search({ limit: 100 });
      check.collection(most, "organizations");
    });
    await context.positive("location narrows", async (check) => {
      const here = await search({ location: need(location, "the location of the organization"), limit: 100 });
      check.collection(here, "organizations");
      check.holds(`${slug} in ${location}`, ids(here.body).includes(slug), {
        expected: slug,
        actual: ids(here.body),
        answer: here,
      });
      const elsewhere = await search({ location: `nowhere-${context.world.uniqueWord()}` });
      check.collection(elsewhere, "organizations");
      check.equal("hits in no place", { expected: [], actual: ids(elsewhere.body), answer: elsewhere });
    });
    await context.positive("country narrows", async (check) => {
      const own = await search({ location, limit: 100 });
      check.holds(`${slug} in its country`, ids(own.body).includes(slug), {
        expected: slug,
        actual: ids(own.body),
        answer: own,
      });
      const other = await search({ country: country === "zz" ? "zy" : "zz", limit: 100 });
      check.collection(other, "organizations");
      check.holds(`${slug} in another country`, !ids(other.body).includes(slug), {
        expected: "absent",
        actual: ids(other.body),
        answer: other,
      });
    });
    await context.negative("limit=101 is refused or capped", control, async (check) => {
      const answer = await search({ limit: 101 }, true);
      if (answer.status !== 200) check.refused(answer, "VALIDATION_ERROR");
      else
        check.holds("hits", ids(answer.body).length <= 100, {
          expected: "at most 100",
          actual: ids(answer.body).length,
          answer,
        });
    });
    await context.negative("limit=0", control, async (check) => {
      check.refused(await search({ limit: 0 }, true), "VALIDATION_ERROR");
    });
  },
});
