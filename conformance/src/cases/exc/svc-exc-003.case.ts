import { expectMove } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

const FLOWS = [
  { flow: "cancellation", from: "confirmed", to: "cancelled", type: "cancellation", as: "organization" },
  { flow: "rescheduling", from: "confirmed", to: "rescheduling", type: "reschedule", as: "organization" },
  { flow: "no_show", from: "confirmed", to: "reassigning", type: "no_show", as: "provider" },
  { flow: "dispute", from: "delivered", to: "disputed", type: "dispute", as: "client" },
  { flow: "partial_delivery", from: "in_progress", to: "partial", type: "partial", as: "provider" },
] as const;

export default defineCase({
  requirement: "SVC-EXC-003",
  title: "every exception flow leaves a record",
  async run(context) {
    for (const { flow, from, to, type, as } of FLOWS) {
      await context.positive(`the record of the flow ${flow}`, async (check) => {
        if (flow !== "cancellation") await context.world.needsFlow(flow);
        const session = await context.journeys.walkTo(from);
        await expectMove(context, check, { session, to, as });
        const { answer, session: read } = await context.journeys.read(session.id);
        check.equal("number of exception records", { expected: 1, actual: read.exceptions.length, answer });
        const record = read.exceptions[0];
        check.equal("type", { expected: type, actual: record?.type, answer });
        check.holds("at", !Number.isNaN(Date.parse(String(record?.at))), {
          expected: "a datetime",
          actual: record?.at,
          answer,
        });
        const { id } = await context.world.actorOf(as);
        const by = read.transitions.at(-1)?.by;
        check.holds(
          "initiated_by",
          record?.initiated_by !== undefined && [id, by].includes(String(record.initiated_by)),
          {
            expected: `${id}, the party that moved`,
            actual: record?.initiated_by,
            answer,
          },
        );
      });
    }
  },
});
