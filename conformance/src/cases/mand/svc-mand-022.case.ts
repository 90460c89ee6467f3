import { expectNothingIssued, expectNotIssued } from "../../agent-steps.ts";
import { type PrincipalKind, principalType } from "../../agents.ts";
import { defineCase } from "../../define-case.ts";

const PARTIES: readonly PrincipalKind[] = ["client", "provider", "organization"];
const TYPES = ["patient", "professional", "organization"] as const;

export default defineCase({
  requirement: "SVC-MAND-022",
  title: "an agent acts for the party that its principal is",
  async run(context) {
    for (const principal of PARTIES) {
      const role = principalType(principal);
      const control = await context.positive(`${role} for ${role}`, async (check) => {
        context.node.credential(principal);
        const { answer } = await context.agents.tryIssue({ principal, scopes: ["service:read"] });
        if (!check.resource(answer, 201, "mandates")) return;
        check.equal("acting_for", { expected: role, actual: answer.at("data.attributes.acting_for"), answer });
        check.equal("principal_type", { expected: role, actual: answer.at("data.attributes.principal_type"), answer });
      });
      for (const other of TYPES.filter((type) => type !== role)) {
        await context.negative(`${role} for ${other}`, control, async (check) => {
          const tried = await context.agents.tryIssue({
            principal,
            scopes: ["service:read"],
            attributes: { acting_for: other },
          });
          await expectNotIssued(context, check, tried, "/data/attributes/acting_for");
        });
        await context.negative(`a ${role} that says it is a ${other}`, control, async (check) => {
          const tried = await context.agents.tryIssue({
            principal,
            scopes: ["service:read"],
            attributes: { principal_type: other, acting_for: other },
          });
          check.refused(tried.answer, "VALIDATION_ERROR", "FORBIDDEN");
          await expectNothingIssued(context, check, tried);
        });
      }
    }
  },
});
