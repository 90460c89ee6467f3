import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { ResolverDesk } from "../../resolver-desk.ts";

export default defineCase({
  requirement: "SVC-RSLV-004",
  title: "registering and moving need a credential, and a move keeps who the organization is",
  async run(context) {
    await ResolverDesk.use(context, async (desk) => {
      await context.world.needs("resolve.update_endpoint");
      const control = await context.positive("a move changes the endpoint, and nothing else", async (check) => {
        const { slug } = await desk.register(check);
        const before = await desk.record(check, slug);
        const { url } = await desk.stub();
        check.resource(await desk.update(slug, { rest_url: url }), 200, "resolutions");
        const after = await desk.record(check, slug);
        check.equal("endpoint", {
          expected: { ...(before.endpoint as object), rest: url },
          actual: after.endpoint,
        });
        for (const member of ["org_slug", "country", "identity", "addresses", "status", "trust"])
          check.equal(`${member} stays`, { expected: before[member], actual: after[member] });
        return { slug, record: after };
      });
      const unmoved = async (check: Parameters<typeof desk.register>[0]) => {
        const { slug, record } = need(control.value);
        check.equal("the registration stays", { expected: record, actual: await desk.record(check, slug) });
      };
      await context.negative("registering without a credential", control, async (check) => {
        const attributes = desk.wish((await desk.stub()).url);
        const answer = await desk.tryRegister(attributes, { as: null });
        check.refused(answer, "UNAUTHORIZED", "FORBIDDEN");
        check.refused(await desk.lookup(String(attributes.slug)), "NOT_FOUND");
      });
      await context.negative("moving without a credential", control, async (check) => {
        const { url } = await desk.stub();
        const answer = await desk.update(need(control.value).slug, { rest_url: url }, { as: null });
        check.refused(answer, "UNAUTHORIZED", "FORBIDDEN");
        await unmoved(check);
      });
      await context.negative("moving what another organization has registered", control, async (check) => {
        const { url } = await desk.stub();
        const answer = await desk.update(need(control.value).slug, { rest_url: url }, { as: "foreign_organization" });
        check.refused(answer, "NOT_FOUND", "FORBIDDEN");
        await unmoved(check);
      });
      await context.negative("moving without an endpoint", control, async (check) => {
        check.refused(await desk.update(need(control.value).slug, {}, { deliberate: true }), "VALIDATION_ERROR");
        await unmoved(check);
      });
      if (!(await context.world.declares("mandates.issue"))) return;
      await context.negative("an agent without resolve:write", control, async (check) => {
        const { slug } = need(control.value);
        const mandate = await context.agents.issue({ scopes: ["service:read", "telemetry:write"] });
        const { url } = await desk.stub();
        const registered = await context.agents.call(mandate, "resolve.register", { attributes: desk.wish(url) });
        check.refused(registered, "SCOPE_INSUFFICIENT");
        const moved = await context.agents.call(mandate, "resolve.update_endpoint", {
          path: { country: desk.country, org_slug: slug },
          attributes: { rest_url: url },
        });
        check.refused(moved, "SCOPE_INSUFFICIENT");
        await unmoved(check);
      });
    });
  },
});
