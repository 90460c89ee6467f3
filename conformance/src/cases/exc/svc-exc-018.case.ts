import { defineCase } from "../../define-case.ts";
import { pick } from "../../json-path.ts";
import { ResourceBench } from "../../resource-bench.ts";
import { loseResource } from "../../resource-loss.ts";

export default defineCase({
  requirement: "SVC-EXC-018",
  title: "a session whose resource is lost gets an equal one that is free, without a transition",
  async run(context) {
    await ResourceBench.use(context, async (bench) => {
      for (const state of ["scheduled", "confirmed"]) {
        await context.positive(`a session in ${state}`, async (check) => {
          const loss = await loseResource(context, check, bench, { state, spare: true });
          const { answer, before, after, records } = loss;
          const resource = answer.at("data.attributes.location.resource_id");
          check.equal("location.resource_id", { expected: loss.spare, actual: resource, answer });
          check.equal("state stays", { expected: before.state, actual: after.state, answer });
          check.equal("records of transitions stay", {
            expected: before.transitions,
            actual: after.transitions,
            answer,
          });
          check.equal("records of the conflict", { expected: 1, actual: records.length, answer });
          const [record] = records;
          check.equal("resolution", { expected: "resource_replaced", actual: record?.resolution, answer });
          for (const moment of ["at", "resolved_at"]) {
            const isMoment = !Number.isNaN(Date.parse(String(record?.[moment])));
            check.holds(moment, isMoment, { expected: "a datetime", actual: record, answer });
          }
          check.equal("resources in the record", {
            expected: [loss.lost, loss.spare],
            actual: [pick(record, "details.previous"), pick(record, "details.new")],
            answer,
          });
          const start = "schedule.scheduled_for";
          check.equal("the time stays", {
            expected: pick(before.attributes, start),
            actual: pick(after.attributes, start),
            answer,
          });
        });
      }
    });
  },
});
