import { bookRequested, decide, expectAfterApproval, expectAsked } from "../../agent-steps.ts";
import type { HeldMandate } from "../../agents.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

const CANCEL = { to_state: "cancelled", reason: "certification run" };

export default defineCase({
  requirement: "SVC-CONF-005",
  title: "question, decision and execution stand in the trail",
  async run(context) {
    const cancel = (mandate: HeldMandate, session: { id: string }) => (confirmation?: string) =>
      context.agents.move(mandate, session, CANCEL, confirmation === undefined ? {} : { confirmation });
    const told = async (mandate: HeldMandate) =>
      (await context.agents.trail(mandate)).filter(({ action }) => action !== "mandate.issue");
    await context.positive("approved and executed", async (check) => {
      const mandate = await context.agents.issue({ scopes: ["service:write"] });
      const session = await bookRequested(context);
      const answer = await expectAfterApproval(context, check, cancel(mandate, session), "organization");
      check.resource(answer, 200, "sessions");
      const entries = await told(mandate);
      check.equal("actions and their results", {
        expected: [
          ["lifecycle.transition", "halted"],
          ["confirmation.approve", "success"],
          ["lifecycle.transition", "success"],
        ],
        actual: entries.map(({ action, result }) => [action, result]),
      });
      const ids = new Set(entries.map(({ confirmationId }) => confirmationId));
      // Optional on the wire; where it is told, it is one and the same question.
      if (context.settings.exactCodes || !ids.has(undefined))
        check.equal("questions that the entries name", { expected: 1, actual: ids.has(undefined) ? 0 : ids.size });
      check.equal("what they are about", {
        expected: [session.id],
        actual: [...new Set(entries.map(({ resourceId }) => resourceId))],
      });
    });
    await context.positive("rejected", async (check) => {
      const mandate = await context.agents.issue({ scopes: ["service:write"] });
      const session = await bookRequested(context);
      const asked = expectAsked(check, await cancel(mandate, session)());
      check.status(await decide(context, asked, "organization", "reject"), 200);
      check.refused(await cancel(mandate, session)(asked.id), "CONFIRMATION_INVALID");
      const entries = await told(mandate);
      check.equal("actions and their results", {
        expected: [
          ["lifecycle.transition", "halted"],
          ["confirmation.reject", "rejected"],
          ["lifecycle.transition", "rejected"],
        ],
        actual: entries.map(({ action, result }) => [action, result]),
      });
      check.equal("reason of the refused use", {
        expected: "CONFIRMATION_INVALID",
        actual: need(entries.at(-1)).failureReason,
      });
    });
  },
});
