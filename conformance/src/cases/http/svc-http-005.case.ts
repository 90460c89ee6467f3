import type { Answer } from "../../answer.ts";
import { unknownId } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

function namesVersion(check: Check, answer: Answer, pattern: RegExp): void {
  const seen = answer.header("x-servicialo-version");
  check.holds("X-Servicialo-Version of the answer", seen !== undefined && pattern.test(seen), {
    expected: String(pattern),
    actual: seen ?? "no header",
    answer,
  });
}

export default defineCase({
  requirement: "SVC-HTTP-005",
  title: "every answer names the protocol version it serves",
  async run(context) {
    await context.positive("a request that names 0.8", async (check) => {
      const answer = await context.node.call("registry.manifest", { version: "0.8" });
      check.status(answer, 200);
      check.holds("the manifest", pickText(answer.body, "servicialo") !== undefined, {
        expected: "servicialo",
        actual: answer.text,
        answer,
      });
      namesVersion(check, answer, /^0\.8(\.\d+)?$/);
    });
    await context.positive("a request that names none", async (check) => {
      const answer = await context.node.call("registry.manifest", { version: null });
      check.status(answer, 200);
      check.holds("the manifest", pickText(answer.body, "servicialo") !== undefined, {
        expected: "servicialo",
        actual: answer.text,
        answer,
      });
      namesVersion(check, answer, /^\d+\.\d+(\.\d+)?$/);
    });
    await context.positive("refusals", async (check) => {
      for (const version of ["0.8", null]) {
        const unknown = await context.node.raw({ method: "GET", target: `/${unknownId(context)}`, version });
        check.refused(unknown, "NOT_FOUND");
        namesVersion(check, unknown, /^\d+\.\d+(\.\d+)?$/);
      }
      const unauthorized = await context.node.call("service.get", {
        path: { service_id: unknownId(context) },
        as: null,
      });
      check.refused(unauthorized, "UNAUTHORIZED");
      namesVersion(check, unauthorized, /^\d+\.\d+(\.\d+)?$/);
    });
  },
});
