import {
  bookRequested,
  bookWithSecondProvider,
  expectActs,
  expectRefusedBy,
  expectStopped,
  onBothSides,
} from "../../agent-steps.ts";
import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

const REFUSAL = { code: "CONFLICT_OF_INTEREST", by: 7 };

export default defineCase({
  requirement: "SVC-MAND-009",
  title: "check 7: within one session an agent stands on one side",
  run: (context) => onBothSides(context, () => judge(context)),
});

async function judge(context: CaseContext): Promise<void> {
  const clientId = context.node.partyId("second_client");
  const professional = { principal: "second_provider", agent: "second_agent" } as const;
  const patient = { principal: "second_client", agent: "second_agent" } as const;
  const book = () => bookWithSecondProvider(context, clientId);
  const control = await context.positive("an agent of one side, with mandates of that side alone", async (check) => {
    const mandate = await context.agents.issue(professional);
    await expectActs(context, check, { mandate, session: await book() });
    return mandate;
  });
  const both = await context.negative("the same agent holds a mandate of the client, too", control, async (check) => {
    const session = await book();
    const other = await context.agents.issue(patient);
    await expectStopped(context, check, { mandate: need(control.value), session, refusal: REFUSAL });
    // Both ways: neither side can use it.
    expectRefusedBy(context, check, await context.agents.read(other, session), REFUSAL);
    return { session, other };
  });
  await context.positive("meanwhile, on a session with another client", async (check) => {
    const session = await bookWithSecondProvider(context, await context.world.newClient());
    await expectActs(context, check, { mandate: need(control.value), session });
  });
  await context.positive("once the client has taken its mandate back, which was never used here", async (check) => {
    const { session, other } = need(both.value);
    await context.agents.mustChange(other, "mandates.revoke");
    await expectActs(context, check, { mandate: need(control.value), session });
  });
  const acted = await context.positive("the agent acts for the client of a session", async (check) => {
    const own = await book();
    const mandate = need(control.value);
    await context.agents.mustChange(mandate, "mandates.suspend");
    const other = await context.agents.issue(patient);
    check.resource(await context.agents.read(other, own), 200, "services");
    await context.agents.mustChange(other, "mandates.revoke");
    await context.agents.mustChange(mandate, "mandates.reactivate");
    return own;
  });
  await context.negative("afterwards it acts for the other side of that session", acted, async (check) => {
    const session = need(acted.value);
    await expectStopped(context, check, { mandate: need(control.value), session, refusal: REFUSAL });
  });
  await context.positive("professional and organization are one side", async (check) => {
    context.node.credential("provider");
    const session = await bookRequested(context, { clientId });
    const own = await context.agents.issue({ principal: "provider" });
    check.resource(await context.agents.read(own, session), 200, "services");
    await expectActs(context, check, { mandate: await context.agents.issue(), session });
  });
  await context.positive("two agents, one on each side, meet in one session", async (check) => {
    const session = await bookRequested(context, { clientId });
    const other = await context.agents.issue(patient);
    check.resource(await context.agents.read(other, session), 200, "services");
    await expectActs(context, check, { mandate: await context.agents.issue(), session });
  });
}
