import type { Answer } from "../../answer.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import type { OwnedSession } from "../../journey-steps.ts";
import { pickText } from "../../json-path.ts";
import { sessionOf } from "../../session-view.ts";

const HOUR_MS = 3_600_000;
/** The deadline is counted from the move; both moments may be taken a little apart. */
const TOLERANCE_MS = 2_000;

function expectDeadline(
  check: Check,
  session: OwnedSession,
  { answer, state }: { answer: Answer; state: string },
): void {
  const entered = sessionOf(answer)?.transitions.find((one) => one.to === state)?.at ?? "";
  const deadline = pickText(answer.body, "data.attributes.lifecycle.verification_deadline") ?? "";
  const ahead = Date.parse(deadline) - Date.parse(entered);
  const wanted = session.offer.verificationHours * HOUR_MS;
  check.holds(`lifecycle.verification_deadline in ${state}`, Math.abs(ahead - wanted) <= TOLERANCE_MS, {
    expected: `${session.offer.verificationHours} h after ${entered}`,
    actual: deadline === "" ? "absent" : deadline,
    answer,
  });
}

export default defineCase({
  requirement: "SVC-VERI-001",
  title: "delivered and partial set the verification deadline",
  async run(context) {
    await context.positive("a delivered session", async (check) => {
      const session = await context.journeys.walkTo("in_progress");
      const before = await context.journeys.read(session.id);
      check.equal("the deadline before delivery", {
        expected: "absent",
        actual: before.answer.at("data.attributes.lifecycle.verification_deadline") ?? "absent",
        answer: before.answer,
      });
      await context.journeys.advance(session, "delivered");
      const { answer } = await context.journeys.read(session.id);
      expectDeadline(check, session, { answer, state: "delivered" });
    });
    await context.positive("a partial session", async (check) => {
      const session = await context.journeys.reach("partial");
      const { answer } = await context.journeys.read(session.id);
      expectDeadline(check, session, { answer, state: "partial" });
    });
  },
});
