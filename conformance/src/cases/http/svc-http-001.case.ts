import { unknownId } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-HTTP-001",
  title: "the protocol is served under /servicialo/v1",
  async run(context) {
    const manifest = await context.positive("the manifest is served below the base path", async (check) => {
      const answer = await context.node.call("registry.manifest");
      check.status(answer, 200);
      check.holds("the manifest names a protocol version", pickText(answer.body, "servicialo") !== undefined, {
        expected: "a member servicialo",
        actual: answer.text,
        answer,
      });
    });
    await context.negative("an unknown path below the base path", manifest, async (check) => {
      const answer = await context.node.raw({ method: "GET", target: `/${unknownId(context)}` });
      check.refused(answer, "NOT_FOUND");
      check.enveloped(answer);
    });
  },
});
