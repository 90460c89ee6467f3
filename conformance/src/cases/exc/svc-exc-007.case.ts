import type { CaseContext } from "../../case-context.ts";
import { expectUnmoved, need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import type { OwnedSession } from "../../journey-steps.ts";
import { moveAs } from "../../session-acts.ts";
import type { SessionView } from "../../session-view.ts";
import { coveredSession, lonelySession } from "../../substitutes.ts";

/** The provider announces its absence; expects the move and its record. */
async function announce(context: CaseContext, check: Check, session: OwnedSession): Promise<SessionView> {
  const answer = await moveAs(context, session, { to: "reassigning", party: "provider" });
  check.resource(answer, 200, "sessions");
  const read = await context.journeys.read(session.id);
  const moved = read.session.transitions.some((one) => one.from === "confirmed" && one.to === "reassigning");
  check.holds("a move from confirmed to reassigning", moved, {
    expected: "on record",
    actual: read.session.transitions,
    answer,
  });
  const types = read.session.exceptions.map((record) => record.type);
  check.equal("exception records", { expected: ["no_show"], actual: types, answer: read.answer });
  return read.session;
}

export default defineCase({
  requirement: "SVC-EXC-007",
  title: "an absent provider is replaced, or the session is cancelled",
  async run(context) {
    const lonely = await context.positive("an absence that nobody can stand in for", async (check) => {
      const { session } = await lonelySession(context);
      return { session, view: await announce(context, check, session) };
    });
    await context.negative("it is confirmed without another provider", lonely, async (check) => {
      const { session, view } = need(lonely.value);
      if (view.state !== "reassigning") check.notVerified(`the node has settled it already: ${view.state}`);
      check.refused(await moveAs(context, session, { to: "confirmed", party: "organization" }), "INVALID_TRANSITION");
      await expectUnmoved(context, check, view);
    });
    await context.positive("and it is cancelled", async (check) => {
      const { session, view } = need(lonely.value);
      if (view.state === "reassigning") {
        const ended = await moveAs(context, session, { to: "cancelled", party: "organization" });
        check.resource(ended, 200, "sessions");
      }
      const { answer, session: read } = await context.journeys.read(session.id);
      check.equal("state", { expected: "cancelled", actual: read.state, answer });
      const last = read.transitions.at(-1);
      check.equal("the last move", { expected: ["reassigning", "cancelled"], actual: [last?.from, last?.to], answer });
    });
    await context.positive("another provider takes over", async (check) => {
      const { session, substitute } = await coveredSession(context);
      const view = await announce(context, check, session);
      if (view.state === "reassigning") {
        const attributes = { provider_id: substitute };
        const moved = await moveAs(context, session, { to: "scheduled", party: "organization", attributes });
        check.resource(moved, 200, "sessions");
      }
      const { answer, session: read } = await context.journeys.read(session.id);
      check.equal("state", { expected: "scheduled", actual: read.state, answer });
      const last = read.transitions.at(-1);
      check.equal("the last move", { expected: ["reassigning", "scheduled"], actual: [last?.from, last?.to], answer });
      const provider = answer.at("data.attributes.provider.id");
      check.holds("provider.id", typeof provider === "string" && provider !== session.offer.providerId, {
        expected: `another than ${session.offer.providerId}`,
        actual: provider,
        answer,
      });
      const [record] = read.exceptions;
      check.holds("the record is settled", typeof record?.resolved_at === "string", {
        expected: "resolved_at",
        actual: record,
        answer,
      });
    });
  },
});
