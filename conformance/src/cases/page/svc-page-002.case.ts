import type { Answer } from "../../answer.ts";
import type { CaseContext } from "../../case-context.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { isRecord, pickList, pickNumber, pickText } from "../../json-path.ts";

const MOST_PAGES = 60;
const LINKS = ["self", "next", "prev", "first", "last"] as const;

/** Follows `links.next` from the first page and expects every item once. */
async function expectWalk(context: CaseContext, check: Check, first: Answer): Promise<void> {
  const ids: string[] = [];
  let page: Answer | null = first;
  let pages = 0;
  while (page !== null && pages < MOST_PAGES) {
    pages += 1;
    expectFrame(check, page, pages);
    ids.push(...pickList(page.body, "data").map((item) => pickText(item, "id") ?? "(none)"));
    const next = pickText(page.body, "links.next");
    page =
      next === undefined
        ? null
        : await context.node.raw({ method: "GET", target: new URL(next, page.exchange.request.url).href });
  }
  check.equal("each item is visited once", { expected: [...new Set(ids)], actual: ids, answer: first });
  if (page === null)
    check.equal("meta.total counts them", { expected: ids.length, actual: first.at("meta.total"), answer: first });
  else check.equal(`pages visited of a long collection`, { expected: MOST_PAGES, actual: pages, answer: first });
}

function expectFrame(check: Check, answer: Answer, page: number): void {
  check.status(answer, 200);
  const links = answer.at("links");
  const present = LINKS.filter((name) => isRecord(links) && name in links);
  check.equal("links", { expected: LINKS, actual: present, answer });
  check.equal("meta.page", { expected: page, actual: answer.at("meta.page"), answer });
  check.equal("meta.per_page", { expected: 1, actual: answer.at("meta.per_page"), answer });
  check.holds("meta.total", pickNumber(answer.body, "meta.total") !== undefined, {
    expected: "a number",
    actual: answer.at("meta"),
    answer,
  });
  check.equal("items of the page", { expected: 1, actual: pickList(answer.body, "data").length, answer });
  if (page === 1)
    check.equal("links.prev of the first page", { expected: null, actual: answer.at("links.prev"), answer });
}

export default defineCase({
  requirement: "SVC-PAGE-002",
  title: "collections carry totals and links that lead through every item once",
  async run(context) {
    await context.positive("registry.search, one hit a page", async (check) => {
      const { vertical = "health" } = await context.world.organization();
      const first = await context.node.call("registry.search", { query: { vertical, limit: 1 } });
      check.collection(first, "organizations");
      await expectWalk(context, check, first);
    });
    await context.positive("services.list, one offer a page", async (check) => {
      await context.world.needs("services.list");
      const path = { org_slug: await context.world.organizationSlug() };
      const first = await context.node.call("services.list", { path, query: { per_page: 1 } });
      check.collection(first, "service_offers");
      await expectWalk(context, check, first);
    });
  },
});
