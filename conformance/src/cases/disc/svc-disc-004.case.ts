import { allOperations } from "../../artefacts.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-DISC-004",
  title: "the capabilities document names versions, compliance and operations",
  async run(context) {
    await context.positive("GET /", async (check) => {
      const capabilities = await context.world.capabilities();
      if (
        !check.holds("a capabilities document", capabilities !== null, {
          expected: "200 with attributes",
          actual: "none",
        })
      )
        return;
      const attributes = capabilities?.attributes ?? {};
      check.equal("protocol_version", { expected: "0.8", actual: attributes.protocol_version });
      check.holds("profile_version", /^\d+\.\d+\.\d+$/.test(pickText(attributes, "profile_version") ?? ""), {
        expected: "x.y.z",
        actual: attributes.profile_version,
      });
      check.holds("compliance", ["minimal", "extended"].includes(pickText(attributes, "compliance") ?? ""), {
        expected: "minimal or extended",
        actual: attributes.compliance,
      });
      const missing = allOperations().filter((one) => one.required && capabilities?.declared.has(one.id) !== true);
      check.equal("required operations that are not named", { expected: [], actual: missing.map((one) => one.id) });
    });
  },
});
