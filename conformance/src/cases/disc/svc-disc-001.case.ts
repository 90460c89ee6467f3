import { defineCase } from "../../define-case.ts";
import { isRecord, pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-DISC-001",
  title: "the manifest names version, name and endpoints",
  async run(context) {
    await context.positive("GET /manifest without a credential", async (check) => {
      const answer = await context.node.call("registry.manifest", { as: null });
      check.status(answer, 200);
      const findings = context.validator.findings("operations/registry.manifest.output", answer.body);
      check.equal("breaks of the published schema", { expected: [], actual: findings, answer });
      const version = pickText(answer.body, "servicialo") ?? "";
      check.holds("servicialo", /^0\.8(\.\d+)?$/.test(version), { expected: "0.8", actual: version, answer });
      check.holds("name", (pickText(answer.body, "name") ?? "") !== "", {
        expected: "a name",
        actual: answer.at("name"),
        answer,
      });
      const endpoints = answer.at("endpoints");
      check.holds("endpoints", isRecord(endpoints) && Object.keys(endpoints).length > 0, {
        expected: "an object with addresses",
        actual: endpoints,
        answer,
      });
    });
  },
});
