import type { PrincipalKind } from "../../agents.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { pickList, pickText } from "../../json-path.ts";

const STATUSES = ["active", "suspended", "revoked"] as const;
const MOST_PAGES = 100;

export default defineCase({
  requirement: "SVC-MAND-025",
  title: "a list shows the asking principal's own mandates",
  async run(context) {
    /** Every mandate that a party is shown, over all pages. */
    const shown = async (check: Check, as: PrincipalKind, status?: string) => {
      const found = new Map<string, { principal: string | undefined; status: string | undefined }>();
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        const answer = await context.node.call("mandates.list", { as, query: { status, page, per_page: 100 } });
        if (!check.collection(answer, "mandates")) break;
        const items = pickList(answer.body, "data");
        for (const item of items)
          found.set(pickText(item, "id") ?? "", {
            principal: pickText(item, "attributes.principal_id"),
            status: pickText(item, "attributes.status"),
          });
        if (typeof answer.at("links.next") !== "string") break;
      }
      return found;
    };
    const control = await context.positive(
      "each principal sees what it has issued, and nothing else",
      async (check) => {
        const parties: PrincipalKind[] = ["organization", "client"];
        const issued = [];
        for (const principal of parties)
          issued.push(await context.agents.issue({ principal, scopes: ["service:read", "mandate:read"] }));
        for (const mandate of issued) {
          const list = await shown(check, mandate.principal);
          check.holds(`the list of the ${mandate.principal} holds its mandate`, list.has(mandate.id), {
            expected: mandate.id,
            actual: [...list.keys()],
          });
          const others = [...list.values()].filter(({ principal }) => principal !== mandate.principalId);
          check.equal(`mandates of others in the list of the ${mandate.principal}`, { expected: [], actual: others });
        }
        return issued;
      },
    );
    await context.positive("a list by status", async (check) => {
      const issued = await Promise.all(STATUSES.map(() => context.agents.issue({ scopes: ["service:read"] })));
      const [active, suspended, revoked] = issued;
      await context.agents.mustChange(need(suspended), "mandates.suspend");
      await context.agents.mustChange(need(revoked), "mandates.revoke");
      for (const [index, mandate] of [active, suspended, revoked].entries()) {
        const status = STATUSES[index];
        const list = await shown(check, "organization", status);
        check.equal(`status of what is listed as ${status}`, {
          expected: [status],
          actual: [...new Set([...list.values()].map((one) => one.status))],
        });
        check.equal(`which of the three are listed as ${status}`, {
          expected: [mandate?.id],
          actual: issued.map(({ id }) => id).filter((id) => list.has(id)),
        });
      }
    });
    await context.positive("an agent with mandate:read sees those of its principal", async (check) => {
      const [own, other] = need(control.value);
      const answer = await context.agents.call(need(own), "mandates.list", { query: { per_page: 100 } });
      check.collection(answer, "mandates");
      const principals = new Set(
        pickList(answer.body, "data").map((item) => pickText(item, "attributes.principal_id")),
      );
      check.equal("principals of what the agent is shown", { expected: [own?.principalId], actual: [...principals] });
      const named = pickList(answer.body, "data").some((item) => pickText(item, "id") === other?.id);
      check.equal("the client's mandate among them", { expected: false, actual: named, answer });
    });
    await context.negative("a mandate of somebody else is read by its id", control, async (check) => {
      const [own] = need(control.value);
      for (const as of ["second_client", "foreign_organization"] as const) {
        if (!context.node.has(as)) check.notVerified(`no ${as} credential was given`);
        const answer = await context.node.call("mandates.get", { path: { mandate_id: need(own).id }, as });
        check.refused(answer, "NOT_FOUND", "FORBIDDEN");
        const list = await shown(check, as);
        check.equal(`the mandate in the list of the ${as}`, { expected: false, actual: list.has(need(own).id) });
      }
    });
  },
});
