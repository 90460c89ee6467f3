import { type Asked, bookRequested, decide, expectApproved, expectAsked, hasSandboxClock } from "../../agent-steps.ts";
import type { HeldMandate } from "../../agents.ts";
import type { Answer } from "../../answer.ts";
import type { CaseContext } from "../../case-context.ts";
import { expectUnmoved, need, unknownId } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import type { OwnedSession } from "../../journey-steps.ts";
import { pickText } from "../../json-path.ts";

const REASON = "certification run";
const AT_ONCE = 6;
/** A question stands for 24 hours, and never longer than 72 (mandates page 10.5). */
const LONGEST_LIFE_SECONDS = 72 * 3_600;

/** An approved question, and the call that it is about. */
interface Approved {
  readonly mandate: HeldMandate;
  readonly session: OwnedSession;
  readonly asked: Asked;
}

export default defineCase({
  requirement: "SVC-CONF-003",
  title: "an approval is used once, by whom and for what it was given",
  phase: "clock",
  async run(context) {
    const cancel = (mandate: HeldMandate, session: { id: string }, confirmation: string, reason = REASON) =>
      context.agents.move(mandate, session, { to_state: "cancelled", reason }, { confirmation });
    const expectInvalid = async (check: Check, answer: Answer, session: OwnedSession, status?: string) => {
      check.refused(answer, "CONFIRMATION_INVALID");
      const seen = pickText(answer.body, "errors.0.meta.status");
      if (status !== undefined && (context.settings.exactCodes || seen !== undefined))
        check.equal("errors[].meta.status", { expected: status, actual: seen, answer });
      const { answer: read, session: after } = await context.journeys.read(session.id);
      check.equal("state of the session", { expected: "requested", actual: after.state, answer: read });
    };
    const control = await context.positive("the first use", async (check) => {
      const approved = await approve(context, check);
      const answer = await cancel(approved.mandate, approved.session, approved.asked.id);
      if (check.resource(answer, 200, "sessions")) check.state(answer, "cancelled");
      const path = { confirmation_id: approved.asked.id };
      const question = await context.node.call("confirmations.get", { path });
      check.equal("status of the question", {
        expected: "consumed",
        actual: question.at("data.attributes.status"),
        answer: question,
      });
      return approved;
    });
    await context.negative("the second use", control, async (check) => {
      const { mandate, session, asked } = need(control.value);
      const { session: before } = await context.journeys.read(session.id);
      check.refused(await cancel(mandate, session, asked.id), "CONFIRMATION_INVALID");
      await expectUnmoved(context, check, before);
    });
    await context.negative("several uses at once", control, async (check) => {
      const { mandate, session, asked } = await approve(context, check);
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => cancel(mandate, session, asked.id)));
      check.equal("uses that worked", { expected: 1, actual: answers.filter(({ status }) => status === 200).length });
      for (const answer of answers) if (answer.status !== 200) check.refused(answer, "CONFIRMATION_INVALID");
      const { answer, session: after } = await context.journeys.read(session.id);
      check.equal("cancellations on record", {
        expected: 1,
        actual: after.transitions.filter(({ to }) => to === "cancelled").length,
        answer,
      });
      const executed = (await context.agents.trail(mandate)).filter(
        ({ action, result }) => action === "lifecycle.transition" && result === "success",
      );
      check.equal("executions in the trail", { expected: 1, actual: executed.length });
    });
    const others: Readonly<Record<string, (approved: Approved) => Promise<Answer>>> = {
      "for other input": ({ mandate, session, asked }) => cancel(mandate, session, asked.id, "another reason"),
      "for another operation": ({ mandate, session, asked }) =>
        context.agents.call(mandate, "scheduling.cancel", {
          path: { session_id: session.id },
          attributes: { reason: REASON },
          confirmation: asked.id,
        }),
      "under another mandate of the same agent": async ({ session, asked }) =>
        cancel(await issue(context), session, asked.id),
      "by another agent under its own mandate": async ({ session, asked }) =>
        cancel(await issue(context, { agent: "second_agent" }), session, asked.id),
    };
    for (const [name, use] of Object.entries(others)) {
      await context.negative(name, control, async (check) => {
        const approved = await approve(context, check);
        await expectInvalid(check, await use(approved), approved.session);
        // It is still there for what it was given for.
        check.resource(await cancel(approved.mandate, approved.session, approved.asked.id), 200, "sessions");
      });
    }
    await context.negative("for another session", control, async (check) => {
      const { mandate, asked } = await approve(context, check);
      const other = await bookRequested(context);
      await expectInvalid(check, await cancel(mandate, other, asked.id), other);
    });
    await context.negative(
      "before anybody has answered, after a refusal, and with an id that nobody gave",
      control,
      async (check) => {
        const { mandate, session, asked } = await ask(context, check);
        await expectInvalid(check, await cancel(mandate, session, asked.id), session, "pending");
        check.status(await decide(context, asked, "organization", "reject"), 200);
        await expectInvalid(check, await cancel(mandate, session, asked.id), session, "rejected");
        await expectInvalid(check, await cancel(mandate, session, unknownId(context)), session);
      },
    );
    if (!(await hasSandboxClock(context))) return;
    await context.negative("after the time to use it has run out", control, async (check) => {
      const { mandate, session, asked } = await approve(context, check, LONGEST_LIFE_SECONDS * 2);
      const expires = Date.parse(pickText(asked.answer.body, "errors.0.meta.expires_at") ?? "");
      const seconds = Number.isNaN(expires) ? LONGEST_LIFE_SECONDS : Math.ceil((expires - context.world.now()) / 1000);
      check.holds("life of the question", seconds <= LONGEST_LIFE_SECONDS, {
        expected: `at most ${LONGEST_LIFE_SECONDS} s`,
        actual: seconds,
        answer: asked.answer,
      });
      await context.world.advanceClock(seconds + 1);
      const { session: later } = await context.journeys.read(session.id);
      if (later.state !== "requested") check.notVerified(`the session is ${later.state} by then`);
      await expectInvalid(check, await cancel(mandate, session, asked.id), session, "expired");
    });
  },
});

function issue(
  context: CaseContext,
  wish: { agent?: "second_agent"; lifeSeconds?: number } = {},
): Promise<HeldMandate> {
  return context.agents.issue({ scopes: ["service:write", "schedule:write"], ...wish });
}

async function ask(context: CaseContext, check: Check, lifeSeconds = 7_200): Promise<Approved> {
  const mandate = await issue(context, { lifeSeconds });
  const session = await bookRequested(context);
  const answer = await context.agents.move(mandate, session, { to_state: "cancelled", reason: REASON });
  return { mandate, session, asked: expectAsked(check, answer) };
}

async function approve(context: CaseContext, check: Check, lifeSeconds?: number): Promise<Approved> {
  const approved = await ask(context, check, lifeSeconds);
  await expectApproved(context, check, approved.asked, "organization");
  return approved;
}
