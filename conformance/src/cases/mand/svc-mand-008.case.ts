import { bookRequested, expectActs, expectRefusedBy, expectStopped } from "../../agent-steps.ts";
import type { HeldMandate } from "../../agents.ts";
import { allScopes } from "../../artefacts.ts";
import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import type { OwnedSession } from "../../journey-steps.ts";
import { type Neighbour, neighbourOf } from "../../neighbour.ts";
import { type ScopedOperation, sampleCalls } from "../../sample-calls.ts";

const REFUSAL = { code: "CONTEXT_MISMATCH", by: 6 };

/** Operations that address a session, and what they would do to it. */
const ON_A_SESSION: readonly ScopedOperation[] = [
  "service.get",
  "lifecycle.get_state",
  "lifecycle.transition",
  "scheduling.confirm",
  "scheduling.reschedule",
  "scheduling.cancel",
  "delivery.checkin",
  "delivery.record_evidence",
  "documentation.create",
];

export default defineCase({
  requirement: "SVC-MAND-008",
  title: "check 6: a mandate reaches what lies in its context and concerns its principal",
  async run(context) {
    const control = await context.positive("inside of the context", async (check) => {
      const mandate = await context.agents.issue({ scopes: allScopes().map(({ name }) => name) });
      await expectActs(context, check, { mandate, session: await bookRequested(context) });
      return mandate;
    });
    await context.negative("every operation on a session of another organization", control, async (check) => {
      const neighbour = await neighbourOf(context);
      const session = await neighbour.journeys.book();
      const { session: before } = await neighbour.journeys.read(session.id);
      await tryEverything(context, check, { mandate: need(control.value), session });
      const { answer, session: after } = await neighbour.journeys.read(session.id);
      check.equal("the foreign session", { expected: before.attributes, actual: after.attributes, answer });
      await neighbour.journeys.transition(session, "cancelled");
    });
    await context.negative("a booking with parties of another organization", control, async (check) => {
      const neighbour = await neighbourOf(context);
      await bookForeigners(context, check, { mandate: need(control.value), neighbour });
    });
    await context.negative("a professional's agent on another professional's session", control, async (check) => {
      context.node.credential("provider");
      const mandate = await context.agents.issue({ principal: "provider" });
      await expectActs(context, check, { mandate, session: await bookRequested(context) });
      const session = await bookRequested(context, { elsewhere: true });
      await expectStopped(context, check, { mandate, session, refusal: REFUSAL });
    });
    for (const where of ["org", "personal"] as const) {
      await context.negative(`a patient's agent on another patient's session (${where})`, control, async (check) => {
        const own = context.node.partyId("client");
        const stranger = context.node.partyId("second_client");
        const mandate = await context.agents.issue({
          principal: "client",
          ...(where === "personal" ? { context: `personal:${own}` } : {}),
        });
        const mine = await context.journeys.book({ clientId: own });
        check.resource(await context.agents.read(mandate, mine), 200, "services");
        const session = await bookRequested(context, { clientId: stranger });
        await expectStopped(context, check, { mandate, session, refusal: REFUSAL });
      });
    }
  },
});

async function tryEverything(
  context: CaseContext,
  check: Check,
  { mandate, session }: { mandate: HeldMandate; session: OwnedSession },
): Promise<void> {
  const samples = await sampleCalls(context);
  for (const id of ON_A_SESSION) {
    if (!(await context.world.declares(id))) continue;
    const sample = await samples[id]();
    const named = "service_id" in (sample.path ?? {}) ? "service_id" : "session_id";
    const answer = await context.agents.call(mandate, id, { ...sample, path: { [named]: session.id } });
    expectRefusedBy(context, check, answer, REFUSAL);
  }
}

/** Every party and offer that a booking names is looked at, not only the first (mandates page 4). */
async function bookForeigners(
  context: CaseContext,
  check: Check,
  { mandate, neighbour }: { mandate: HeldMandate; neighbour: Neighbour },
): Promise<void> {
  const { offer } = await neighbour.world.bookable();
  const foreign = {
    client_id: await neighbour.world.clientId(),
    provider_id: offer.providerId,
    service_id: offer.serviceId,
  };
  for (const [member, value] of Object.entries(foreign)) {
    const { attributes } = await context.journeys.bookingAttributes({ attributes: { actor: undefined } });
    const { actor: _, ...lawful } = attributes;
    const answer = await context.agents.call(mandate, "scheduling.book", {
      attributes: { ...lawful, [member]: value },
    });
    expectRefusedBy(context, check, answer, REFUSAL);
    const own = await context.agents.call(mandate, "scheduling.book", { attributes: lawful });
    // The slot is still free, and the same booking without the stranger is taken.
    check.resource(own, 201, "sessions");
    context.journeys.adopt(own);
  }
}
