import type { Answer } from "../../answer.ts";
import type { CaseContext } from "../../case-context.ts";
import { defineCase } from "../../define-case.ts";
import { pickList, pickNumber } from "../../json-path.ts";

async function list(context: CaseContext, query: Record<string, string | number>, deliberate = false): Promise<Answer> {
  await context.world.needs("services.list");
  const path = { org_slug: await context.world.organizationSlug() };
  return context.node.call("services.list", { path, query, deliberate });
}

async function search(
  context: CaseContext,
  query: Record<string, string | number>,
  deliberate = false,
): Promise<Answer> {
  const { vertical = "health" } = await context.world.organization();
  return context.node.call("registry.search", { query: { vertical, ...query }, deliberate });
}

export default defineCase({
  requirement: "SVC-PAGE-001",
  title: "collections are paged by page and per_page within their limits",
  async run(context) {
    const found = await context.positive("registry.search begins with page 1", async (check) => {
      const answer = await search(context, {});
      check.collection(answer, "organizations");
      check.equal("meta.page", { expected: 1, actual: answer.at("meta.page"), answer });
      check.holds("at least one hit", pickList(answer.body, "data").length > 0, {
        expected: "a hit",
        actual: answer.text,
        answer,
      });
    });
    for (const page of ["0", "-1", "abc", "1.5"]) {
      await context.negative(`registry.search with page=${page}`, found, async (check) => {
        check.refused(await search(context, { page }, true), "VALIDATION_ERROR");
      });
    }
    const listed = await context.positive(
      "services.list has 20 items a page unless asked for up to 100",
      async (check) => {
        const plain = await list(context, {});
        check.collection(plain, "service_offers");
        check.equal("meta.page", { expected: 1, actual: plain.at("meta.page"), answer: plain });
        check.equal("meta.per_page", { expected: 20, actual: plain.at("meta.per_page"), answer: plain });
        const wide = await list(context, { per_page: 100 });
        check.collection(wide, "service_offers");
        check.equal("meta.per_page of per_page=100", { expected: 100, actual: wide.at("meta.per_page"), answer: wide });
      },
    );
    for (const [name, value] of [
      ["page", "0"],
      ["page", "abc"],
      ["per_page", "0"],
      ["per_page", "abc"],
    ] as const) {
      await context.negative(`services.list with ${name}=${value}`, listed, async (check) => {
        check.refused(await list(context, { [name]: value }, true), "VALIDATION_ERROR");
      });
    }
    await context.negative("services.list with per_page=101 is refused or capped", listed, async (check) => {
      const answer = await list(context, { per_page: 101 }, true);
      if (answer.status !== 200) check.refused(answer, "VALIDATION_ERROR");
      else {
        const size = pickNumber(answer.body, "meta.per_page");
        check.holds("meta.per_page", size !== undefined && size <= 100, {
          expected: "at most 100",
          actual: size,
          answer,
        });
      }
    });
  },
});
