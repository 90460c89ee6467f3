import { expectNothingIssued } from "../../agent-steps.ts";
import type { MandateWish } from "../../agents.ts";
import { allScopes } from "../../artefacts.ts";
import type { CaseContext } from "../../case-context.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";

/** Who may grant what (mandates page 6); the organization grants everything. */
const GRANTS: Readonly<Record<"client" | "provider", readonly string[]>> = {
  client: [
    "schedule:read",
    "schedule:write",
    "service:read",
    "service:write",
    "patient:read",
    "patient:write",
    "payment:read",
    "payment:write",
    "document:read",
    "order:read",
    "order:write",
    "mandate:read",
  ],
  provider: [
    "schedule:read",
    "schedule:write",
    "service:read",
    "service:write",
    "evidence:write",
    "document:read",
    "document:write",
    "patient:read",
    "patient:write",
    "resource:read",
    "profile:write",
    "discovery:read",
    "mandate:read",
  ],
};

export default defineCase({
  requirement: "SVC-MAND-021",
  title: "a principal grants what it has authority over",
  async run(context) {
    const everything = allScopes().map(({ name }) => name);
    const control = await context.positive("the organization grants every scope", async (check) => {
      for (const scope of everything)
        check.resource((await context.agents.tryIssue({ scopes: [scope] })).answer, 201, "mandates");
    });
    for (const principal of ["client", "provider"] as const) {
      const own = await context.positive(`a ${principal} grants what is its own`, async (check) => {
        context.node.credential(principal);
        for (const scope of GRANTS[principal])
          check.resource((await context.agents.tryIssue({ principal, scopes: [scope] })).answer, 201, "mandates");
      });
      const beyond = everything.filter((scope) => !GRANTS[principal].includes(scope));
      for (const scope of beyond) {
        await context.negative(`a ${principal} grants ${scope}`, own, async (check) => {
          await expectForbidden(context, check, { principal, scopes: [scope] });
          await expectForbidden(context, check, { principal, scopes: ["service:read", scope] });
        });
      }
    }
    await context.negative("a client grants for another client", control, async (check) => {
      const principal_id = context.node.partyId("second_client");
      await expectForbidden(context, check, {
        principal: "client",
        scopes: ["service:read"],
        attributes: { principal_id },
      });
      const other = `personal:${principal_id}`;
      await expectForbidden(context, check, { principal: "client", scopes: ["service:read"], context: other });
    });
    await context.negative("an organization grants in another organization", control, async (check) => {
      const slug = context.node.credential("foreign_organization").organization;
      if (slug === undefined) check.notVerified("the foreign_organization credential does not name its organization");
      for (const principal of ["organization", "provider", "client"] as const)
        await expectForbidden(context, check, { principal, scopes: ["service:read"], context: `org:${slug}` });
    });
  },
});

async function expectForbidden(context: CaseContext, check: Check, wish: MandateWish): Promise<void> {
  const tried = await context.agents.tryIssue(wish);
  check.refused(tried.answer, "FORBIDDEN");
  await expectNothingIssued(context, check, tried);
}
