import { expectNotIssued } from "../../agent-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-MAND-026",
  title: "scopes of a node's own begin with x-",
  async run(context) {
    const control = await context.positive("x-clinical:prescribe, beside a scope of the protocol", async (check) => {
      const scopes = ["service:read", "x-clinical:prescribe"];
      const { answer } = await context.agents.tryIssue({ scopes });
      if (!check.resource(answer, 201, "mandates")) return;
      check.equal("scopes", { expected: scopes, actual: answer.at("data.attributes.scopes"), answer });
    });
    for (const scope of ["foo:bar", "service:everything", "x-clinical", "service:*", "*", "X-Clinical:prescribe"]) {
      await context.negative(scope, control, async (check) => {
        const tried = await context.agents.tryIssue({
          scopes: ["service:read", scope],
          options: { deliberate: true },
        });
        await expectNotIssued(context, check, tried, "/data/attributes/scopes");
      });
    }
  },
});
