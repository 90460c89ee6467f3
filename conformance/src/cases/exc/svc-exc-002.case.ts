import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import { offerWhere } from "../../contract-view.ts";
import { defineCase } from "../../define-case.ts";
import { undecidable } from "../../dispute-steps.ts";
import { bookRow, ownSession } from "../../near-slots.ts";
import { afterGrace, markAbsent } from "../../no-show-steps.ts";
import { moveAs, type SessionParty } from "../../session-acts.ts";

interface Flow {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly by: SessionParty;
  readonly type: string;
}

/** The flows that can be driven without waiting (E-09); the client's no-show is driven apart. */
const FLOWS: readonly Flow[] = [
  { name: "provider no-show", from: "confirmed", to: "reassigning", by: "provider", type: "no_show" },
  { name: "cancellation", from: "confirmed", to: "cancelled", by: "client", type: "cancellation" },
  { name: "quality dispute", from: "delivered", to: "disputed", by: "client", type: "dispute" },
  { name: "rescheduling", from: "confirmed", to: "rescheduling", by: "client", type: "reschedule" },
  { name: "partial delivery", from: "in_progress", to: "partial", by: "provider", type: "partial" },
];

async function expectRecord(context: CaseContext, ...[id, type]: readonly [string, string]): Promise<boolean> {
  const { session } = await context.journeys.read(id);
  return session.exceptions.some((record) => record.type === type);
}

export default defineCase({
  requirement: "SVC-EXC-002",
  title: "all six exception flows work",
  phase: "clock",
  async run(context) {
    await context.world.advanceClock(1);
    for (const { name, from, to, by, type } of FLOWS) {
      await context.positive(`the flow ${name}`, async (check) => {
        const session = from === "delivered" ? await undecidable(context, from) : await ownSession(context, from);
        const answer = await moveAs(context, session, { to, party: by });
        check.resource(answer, 200, "sessions");
        const { session: read } = await context.journeys.read(session.id);
        const moved = read.transitions.some((record) => record.from === from && record.to === to);
        check.holds(`a move from ${from} to ${to}`, moved, { expected: "on record", actual: read.transitions, answer });
        const recorded = await expectRecord(context, session.id, type);
        check.holds("exception record", recorded, { expected: type, actual: read.exceptions, answer });
      });
    }
    await context.positive("the flow client no-show", async (check) => {
      const { offer, contract } = need(await offerWhere(context));
      const [session] = await bookRow(context, offer, { count: 1 });
      await afterGrace(context, need(session), contract);
      const ended = await markAbsent(context, need(session));
      check.equal("state", { expected: "cancelled", actual: ended.session.state, answer: ended.answer });
      const recorded = await expectRecord(context, need(session).id, "no_show");
      check.holds("exception record", recorded, { expected: "no_show", actual: ended.session.exceptions });
    });
  },
});
