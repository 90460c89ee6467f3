import {
  bookRequested,
  bookWithSecondProvider,
  expectAfterApproval,
  expectApproved,
  expectAsked,
  expectRefusedBy,
  onBothSides,
} from "../../agent-steps.ts";
import type { HeldMandate } from "../../agents.ts";
import type { CaseContext } from "../../case-context.ts";
import { expectUnmoved } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";

const CANCEL = { to_state: "cancelled", reason: "certification run" };

export default defineCase({
  requirement: "SVC-CONF-004",
  title: "the checks run again when an approval is used",
  run: (context) => onBothSides(context, () => judge(context)),
});

async function judge(context: CaseContext): Promise<void> {
  const cancel = (mandate: HeldMandate, session: { id: string }, confirmation?: string) =>
    context.agents.move(mandate, session, CANCEL, confirmation === undefined ? {} : { confirmation });
  const approve = async (check: Check) => {
    const mandate = await context.agents.issue({ scopes: ["service:write"] });
    const session = await bookRequested(context);
    const asked = expectAsked(check, await cancel(mandate, session));
    await expectApproved(context, check, asked, "organization");
    const { session: before } = await context.journeys.read(session.id);
    return { mandate, session, asked, before };
  };
  const control = await context.positive("the mandate still holds", async (check) => {
    const mandate = await context.agents.issue({ scopes: ["service:write"] });
    const session = await bookRequested(context);
    const call = (confirmation?: string) => cancel(mandate, session, confirmation);
    const answer = await expectAfterApproval(context, check, call, "organization");
    if (check.resource(answer, 200, "sessions")) check.state(answer, "cancelled");
  });
  await context.negative("the mandate was revoked meanwhile", control, async (check) => {
    const { mandate, session, asked, before } = await approve(check);
    await context.agents.mustChange(mandate, "mandates.revoke");
    const answer = await cancel(mandate, session, asked.id);
    expectRefusedBy(context, check, answer, { code: "MANDATE_EXPIRED", by: 2 });
    await expectUnmoved(context, check, before);
    const question = await context.node.call("confirmations.get", { path: { confirmation_id: asked.id } });
    check.equal("status of the question", {
      expected: "voided",
      actual: question.at("data.attributes.status"),
      answer: question,
    });
  });
  const suspended = await context.negative("the mandate was suspended meanwhile", control, async (check) => {
    const approved = await approve(check);
    await context.agents.mustChange(approved.mandate, "mandates.suspend");
    const answer = await cancel(approved.mandate, approved.session, approved.asked.id);
    expectRefusedBy(context, check, answer, { code: "MANDATE_SUSPENDED", by: 2 });
    await expectUnmoved(context, check, approved.before);
    return approved;
  });
  if (suspended.value === undefined || !suspended.passed) return;
  const { mandate, session, asked } = suspended.value;
  await context.positive("suspended and reactivated: the approval was kept", async (check) => {
    await context.agents.mustChange(mandate, "mandates.reactivate");
    const answer = await cancel(mandate, session, asked.id);
    if (check.resource(answer, 200, "sessions")) check.state(answer, "cancelled");
  });
  await context.negative("the agent came to stand on both sides meanwhile", control, async (check) => {
    const clientId = context.node.partyId("second_client");
    const own = await context.agents.issue({
      principal: "second_provider",
      agent: "second_agent",
      scopes: ["service:write"],
    });
    const shared = await bookWithSecondProvider(context, clientId);
    const question = expectAsked(check, await cancel(own, shared));
    await expectApproved(context, check, question, "second_provider");
    const { session: before } = await context.journeys.read(shared.id);
    await context.agents.issue({ principal: "second_client", scopes: ["service:read"] });
    const answer = await cancel(own, shared, question.id);
    expectRefusedBy(context, check, answer, { code: "CONFLICT_OF_INTEREST", by: 7 });
    await expectUnmoved(context, check, before);
  });
}
