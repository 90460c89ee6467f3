import type { Answer } from "../../answer.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { isRecord, pickList, pickText } from "../../json-path.ts";
import { expectSource } from "../../refusals.ts";
import { ResolverDesk } from "../../resolver-desk.ts";

const MOST_PAGES = 100;

export default defineCase({
  requirement: "SVC-RSLV-002",
  title: "anybody looks organizations up by slug, and finds them by country and vertical",
  async run(context) {
    await ResolverDesk.use(context, async (desk) => {
      await context.world.needs("resolve.search");
      const vertical = `v-${context.world.uniqueWord()}`;
      /** Whether a search lists a slug, over all pages. */
      const lists = async (slug: string, query: Readonly<Record<string, string>>, country = desk.country) => {
        let first: Answer | undefined;
        for (let page = 1; page <= MOST_PAGES; page += 1) {
          const answer = await context.node.call("resolve.search", {
            path: { country },
            query: { limit: 100, page, ...query },
            as: null,
          });
          first ??= answer;
          if (answer.status !== 200) return { listed: false, answer };
          if (pickList(answer.body, "data").some((item) => pickText(item, "attributes.org_slug") === slug))
            return { listed: true, answer };
          if (typeof answer.at("links.next") !== "string") break;
        }
        return { listed: false, answer: need(first) };
      };
      const control = await context.positive("a registered organization is looked up", async (check) => {
        const { slug, restUrl } = await desk.register(check, { verticals: ["health", vertical] });
        const answer = await desk.lookup(slug);
        check.resource(answer, 200, "resolutions");
        const attributes = answer.at("data.attributes");
        check.equal("breaks of the resolution schema", {
          expected: [],
          actual: context.validator.findings("resolution-record", attributes),
          answer,
        });
        check.equal("org_slug", { expected: slug, actual: pickText(attributes, "org_slug"), answer });
        check.equal("country", { expected: desk.country, actual: pickText(attributes, "country"), answer });
        check.equal("endpoint.rest", { expected: restUrl, actual: pickText(attributes, "endpoint.rest"), answer });
        return slug;
      });
      await context.positive("it is found by country and by each of its verticals", async (check) => {
        const slug = need(control.value);
        for (const query of [{}, { vertical: "health" }, { vertical }]) {
          const { listed, answer } = await lists(slug, query);
          check.collection(answer, "resolutions");
          check.equal(`listed with ${JSON.stringify(query)}`, { expected: true, actual: listed, answer });
          for (const item of pickList(answer.body, "data").slice(0, 20)) {
            const attributes = isRecord(item) ? item.attributes : undefined;
            const findings = context.validator.findings("resolution-summary", attributes);
            check.equal("breaks of the summary schema", { expected: [], actual: findings, answer });
            check.equal("country of a hit", {
              expected: desk.country,
              actual: pickText(attributes, "country"),
              answer,
            });
          }
        }
      });
      await context.positive("another vertical and another country do not list it", async (check) => {
        const slug = need(control.value);
        for (const [query, country] of [
          [{ vertical: `${vertical}-other` }, desk.country],
          [{}, "pe"],
        ] as const) {
          const { listed, answer } = await lists(slug, query, country);
          check.equal(`listed in ${country} with ${JSON.stringify(query)}`, {
            expected: false,
            actual: listed,
            answer,
          });
        }
      });
      await context.negative("an unknown slug, and the slug in another country", control, async (check) => {
        check.refused(await desk.lookup(`unknown-${context.world.uniqueWord()}`), "NOT_FOUND");
        check.refused(await desk.lookup(need(control.value), "pe"), "NOT_FOUND");
      });
      await context.negative("what is no country", control, async (check) => {
        const answer = await context.node.call("resolve.search", {
          path: { country: "chile" },
          deliberate: true,
          as: null,
        });
        check.refused(answer, "VALIDATION_ERROR");
        expectSource(check, answer, "country");
      });
    });
  },
});
