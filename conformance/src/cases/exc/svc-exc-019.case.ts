import { defineCase } from "../../define-case.ts";
import { ResourceBench } from "../../resource-bench.ts";
import { loseResource } from "../../resource-loss.ts";

export default defineCase({
  requirement: "SVC-EXC-019",
  title: "a session whose resource is lost for good waits for a new time",
  async run(context) {
    await ResourceBench.use(context, async (bench) => {
      for (const state of ["scheduled", "confirmed"]) {
        await context.positive(`a session in ${state}`, async (check) => {
          const { answer, after, records } = await loseResource(context, check, bench, { state, spare: false });
          check.equal("state", { expected: "rescheduling", actual: after.state, answer });
          const last = after.transitions.at(-1);
          check.equal("the last record", {
            expected: { from: state, to: "rescheduling", by: "system", method: "auto" },
            actual: { from: last?.from, to: last?.to, by: last?.by, method: last?.method },
            answer,
          });
          check.equal("records of the conflict", { expected: 1, actual: records.length, answer });
          const resolved = records[0]?.resolved_at ?? null;
          check.equal("resolved_at", { expected: null, actual: resolved, answer });
        });
      }
    });
  },
});
