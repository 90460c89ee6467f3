import { bookRequested, expectActs, expectAsked } from "../../agent-steps.ts";
import { actorHeader, type HeldMandate } from "../../agents.ts";
import { readTrail } from "../../audit-trail.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import type { CredentialKind } from "../../settings.ts";

export default defineCase({
  requirement: "SVC-AUD-005",
  title: "the trail can be asked for by mandate and by principal",
  async run(context) {
    const read = (mandate: HeldMandate, filter: Readonly<Record<string, string | number>> = {}) =>
      readTrail(context.node, { of: { mandateId: mandate.id }, as: mandate.principal, filter });
    // A principal's trail may be long: what came before this case is left out.
    const from = new Date(context.world.now() - 60_000).toISOString();
    const byPrincipal = (mandate: HeldMandate, filter: Readonly<Record<string, string | number>> = {}) =>
      readTrail(context.node, {
        of: { principalId: mandate.principalId },
        as: mandate.principal,
        filter: "to" in filter ? filter : { from, ...filter },
      });
    const control = await context.positive("by mandate, and by principal across mandates", async (check) => {
      const [first, second] = [await context.agents.issue(), await context.agents.issue()];
      for (const mandate of [first, second])
        await expectActs(context, check, { mandate, session: await bookRequested(context) });
      const all = await byPrincipal(first);
      const ids = new Set(all.entries.map(({ id }) => id));
      for (const mandate of [first, second]) {
        const { entries } = await read(mandate);
        check.equal("actions of the mandate", {
          expected: ["mandate.issue", "service.get", "lifecycle.transition"],
          actual: entries.map(({ action }) => action),
        });
        check.equal("entries that the principal's trail lacks", {
          expected: [],
          actual: entries.filter(({ id }) => !ids.has(id)).map(({ action }) => action),
        });
      }
      check.equal("principals in the principal's trail", {
        expected: [first.principalId],
        actual: [...new Set(all.entries.map(({ attributes }) => attributes.principal_id))],
      });
      return first;
    });
    await context.positive("page by page it is the same trail", async (check) => {
      const mandate = need(control.value);
      const whole = await read(mandate);
      const paged = await read(mandate, { per_page: 1 });
      check.equal("pages of one entry", { expected: whole.entries.length, actual: paged.pages });
      check.equal("entries", {
        expected: whole.entries.map(({ id }) => id),
        actual: paged.entries.map(({ id }) => id),
      });
    });
    await context.positive("filtered by action, result and time", async (check) => {
      const mandate = await context.agents.issue();
      const session = await bookRequested(context);
      await expectActs(context, check, { mandate, session });
      expectAsked(
        check,
        await context.agents.move(mandate, session, { to_state: "cancelled", reason: "certification run" }),
      );
      const { entries } = await read(mandate);
      const filters: readonly (readonly [
        Readonly<Record<string, string>>,
        (one: (typeof entries)[number]) => boolean,
      ])[] = [
        [{ action: "service.get" }, ({ action }) => action === "service.get"],
        [{ action_result: "halted" }, ({ result }) => result === "halted"],
        [
          { action: "lifecycle.transition", action_result: "success" },
          ({ action, result }) => action === "lifecycle.transition" && result === "success",
        ],
        [{ action: "scheduling.book" }, () => false],
        [{ from: new Date(context.world.now() + 3_600_000).toISOString() }, () => false],
        [{ from, to: new Date(context.world.now() + 3_600_000).toISOString() }, () => true],
        [
          {
            from: new Date(context.world.now() - 3_660_000).toISOString(),
            to: new Date(context.world.now() - 3_600_000).toISOString(),
          },
          () => false,
        ],
      ];
      for (const [filter, keeps] of filters) {
        const expected = entries.filter(keeps).map(({ id }) => id);
        check.equal(`entries with ${JSON.stringify(filter)}`, {
          expected,
          actual: (await read(mandate, filter)).entries.map(({ id }) => id),
        });
        const own = new Set(entries.map(({ id }) => id));
        check.equal(`the same among the principal's, with ${JSON.stringify(filter)}`, {
          expected,
          actual: (await byPrincipal(mandate, filter)).entries.map(({ id }) => id).filter((id) => own.has(id)),
        });
      }
    });
    const strangers: readonly CredentialKind[] = ["second_client", "foreign_organization"];
    for (const as of strangers) {
      await context.negative(`the ${as} asks for the trail of another principal`, control, async (check) => {
        const mandate = need(control.value);
        context.node.credential(as);
        const query = { principal_id: mandate.principalId };
        check.refused(await context.node.call("audit.list", { query, as }), "FORBIDDEN", "NOT_FOUND");
        const trail = await context.node.call("mandates.audit", { path: { mandate_id: mandate.id }, as });
        check.refused(trail, "FORBIDDEN", "NOT_FOUND");
      });
    }
    await context.negative("the agent asks for its own trail", control, async (check) => {
      const mandate = need(control.value);
      const options = { as: mandate.agent, headers: actorHeader(context.agents.actorOf(mandate)) } as const;
      const path = { mandate_id: mandate.id };
      check.refused(await context.node.call("mandates.audit", { path, ...options }), "FORBIDDEN");
      const query = { principal_id: mandate.principalId };
      check.refused(await context.node.call("audit.list", { query, ...options }), "FORBIDDEN");
    });
  },
});
