import { bookRequested } from "../../agent-steps.ts";
import type { HeldMandate } from "../../agents.ts";
import { serviceMoves } from "../../artefacts.ts";
import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import type { OwnedSession } from "../../journey-steps.ts";
import { isRecord, pickList, pickText } from "../../json-path.ts";

const SCOPES = ["service:read", "service:write", "schedule:write", "evidence:write", "patient:write"];

/** Moves that the machine leaves to an agent alone. */
const ALONE = serviceMoves().filter(
  ({ from, agent, operations }) => from !== null && agent === "alone" && operations.includes("lifecycle.transition"),
);

export default defineCase({
  requirement: "SVC-AUTO-008",
  title: "an agent does alone what asks no human",
  async run(context) {
    await context.positive("it finds a client, books, reads and moves on", async (check) => {
      const mandate = await issue(context);
      if (await context.world.declares("clients.get_or_create")) {
        const client = await context.agents.call(mandate, "clients.get_or_create", {
          attributes: { email: `certify-${context.world.uniqueWord()}@example.org`, name: "An", last_name: "Agent" },
        });
        check.status(client, 200, 201);
      }
      const { attributes } = await context.journeys.bookingAttributes();
      const { actor: _, ...lawful } = attributes;
      const booked = await context.agents.call(mandate, "scheduling.book", { attributes: lawful });
      check.resource(booked, 201, "sessions");
      context.journeys.adopt(booked);
      const id = need(pickText(booked.body, "data.id"), "the booked session");
      check.resource(await context.agents.read(mandate, { id }), 200, "services");
    });
    for (const { from, to } of ALONE) {
      await context.positive(`it moves a session from ${from} to ${to}`, async (check) => {
        const session = await context.journeys.reach(need(from));
        const mandate = await issue(context);
        const answer = await context.agents.move(mandate, session, {
          to_state: to,
          ...(await inputOf(context, need(from))),
        });
        if (check.resource(answer, 200, "sessions")) check.state(answer, to);
      });
    }
    await context.positive("it reschedules", async (check) => {
      await context.world.needs("scheduling.reschedule");
      const session = await bookRequested(context);
      const mandate = await issue(context);
      check.status(await context.agents.move(mandate, session, { to_state: "scheduled" }), 200);
      const { slots } = await context.world.bookable();
      const slot = slots.take();
      const answer = await context.agents.call(mandate, "scheduling.reschedule", {
        path: { session_id: session.id },
        attributes: { new_datetime: slot.startsAt },
      });
      check.resource(answer, 200, "sessions");
    });
    await context.positive("it records evidence, which names it as an agent's", async (check) => {
      const session = await context.journeys.walkTo("in_progress");
      await expectEvidence(context, check, { mandate: await issue(context), session });
    });
  },
});

function issue(context: CaseContext): Promise<HeldMandate> {
  return context.agents.issue({ scopes: SCOPES });
}

/** What a move has to carry besides its target (operations 3). */
async function inputOf(context: CaseContext, from: string): Promise<Record<string, unknown>> {
  if (from === "rescheduling") {
    const { slots } = await context.world.bookable();
    return { starts_at: slots.take().startsAt };
  }
  if (from === "reassigning") {
    const { offer, slots } = await context.world.bookableElsewhere();
    return { provider_id: offer.providerId, starts_at: slots.take().startsAt };
  }
  return {};
}

async function expectEvidence(
  context: CaseContext,
  check: Check,
  { mandate, session }: { mandate: HeldMandate; session: OwnedSession },
): Promise<void> {
  const text = `certification ${context.world.uniqueWord()}`;
  const answer = await context.agents.call(mandate, "delivery.record_evidence", {
    path: { session_id: session.id },
    attributes: { evidence_type: "notes", data: { text } },
  });
  check.status(answer, 200, 201);
  const { answer: read } = await context.journeys.read(session.id);
  const item = pickList(read.body, "data.attributes.proof.evidence").find((one) => JSON.stringify(one).includes(text));
  check.equal("method of the item", {
    expected: "agent",
    actual: isRecord(item) ? item.method : "no item",
    answer: read,
  });
}
