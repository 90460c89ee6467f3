import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { exhaust } from "../../rate-burst.ts";

export default defineCase({
  requirement: "SVC-RATE-002",
  title: "a limited answer says when to come back, and public answers say what is left",
  phase: "burst",
  async run(context) {
    const { vertical = "health" } = await context.world.organization();
    const control = await context.positive("a public answer carries its limits", async (check) => {
      const answer = await context.node.call("registry.search", { query: { vertical } });
      check.collection(answer, "organizations");
      for (const name of ["x-ratelimit-limit", "x-ratelimit-remaining"]) {
        const value = answer.header(name);
        check.holds(name, value !== undefined && /^\d+$/.test(value), {
          expected: "a whole number",
          actual: value ?? "no header",
          answer,
        });
      }
    });
    const limited = await context.negative("a burst is answered 429", control, async (check) => {
      const burst = await exhaust(context, { vertical });
      const answer = burst.limited ?? burst.last;
      check.refused(answer, "RATE_LIMITED");
      const wait = answer.header("retry-after");
      check.holds("Retry-After", wait !== undefined && /^\d+$/.test(wait), {
        expected: "whole seconds",
        actual: wait ?? "no header",
        answer,
      });
      return Number(wait);
    });
    await context.positive("service resumes after the wait", async (check) => {
      const wait = need(limited.value, "a 429 with Retry-After");
      if (!(wait <= context.settings.patienceSeconds))
        check.notVerified(`the wait of ${wait} s is longer than the suite's patience`);
      check.collection(await context.node.call("registry.search", { query: { vertical } }), "organizations");
    });
  },
});
