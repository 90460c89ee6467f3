import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { ResolverDesk } from "../../resolver-desk.ts";

export default defineCase({
  requirement: "SVC-TELE-001",
  title: "a sign of life needs a credential, and counts as being seen",
  async run(context) {
    await ResolverDesk.use(context, async (desk) => {
      await context.world.needs("telemetry.heartbeat");
      const trustOf = async (check: Parameters<typeof desk.register>[0], slug: string) =>
        need((await desk.record(check, slug)).trust) as { last_seen?: string | null };
      const control = await context.positive("it moves last_seen, and nothing else", async (check) => {
        const { slug } = await desk.register(check);
        const before = await desk.record(check, slug);
        const sent = Date.now();
        const seenBefore = Date.parse((await trustOf(check, slug)).last_seen ?? "");
        const answer = await desk.heartbeat(slug, { metrics: { services_active: 1, appointments_30d: 2 } });
        check.status(answer, 200);
        const after = await desk.record(check, slug);
        const seen = Date.parse((await trustOf(check, slug)).last_seen ?? "");
        const now = context.world.now() - (Date.now() - sent);
        check.holds("trust.last_seen", Math.abs(seen - now) < 60_000 && !(seen < seenBefore), {
          expected: `about ${new Date(now).toISOString()}`,
          actual: (await trustOf(check, slug)).last_seen ?? "none",
          answer,
        });
        for (const member of ["org_slug", "country", "identity", "endpoint", "addresses"])
          check.equal(`${member} stays`, { expected: before[member], actual: after[member] });
        return { slug, record: after };
      });
      const unseen = async (check: Parameters<typeof desk.register>[0]) => {
        const { slug, record } = need(control.value);
        check.equal("the registration stays", { expected: record, actual: await desk.record(check, slug) });
      };
      await context.negative("without a credential", control, async (check) => {
        const answer = await desk.heartbeat(need(control.value).slug, {}, { as: null });
        check.refused(answer, "UNAUTHORIZED", "FORBIDDEN");
        await unseen(check);
      });
      await context.negative("by another organization", control, async (check) => {
        const answer = await desk.heartbeat(need(control.value).slug, {}, { as: "foreign_organization" });
        check.refused(answer, "NOT_FOUND", "FORBIDDEN");
        await unseen(check);
      });
      if (!(await context.world.declares("mandates.issue"))) return;
      await context.negative("an agent without telemetry:write", control, async (check) => {
        const mandate = await context.agents.issue({ scopes: ["service:read", "resolve:write"] });
        const answer = await context.agents.call(mandate, "telemetry.heartbeat", {
          path: { country: desk.country, org_slug: need(control.value).slug },
          attributes: { heartbeat: true },
        });
        check.refused(answer, "SCOPE_INSUFFICIENT");
        await unseen(check);
      });
    });
  },
});
