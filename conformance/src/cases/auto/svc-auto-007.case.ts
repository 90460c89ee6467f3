import { expectAfterApproval, expectAsked } from "../../agent-steps.ts";
import type { HeldMandate } from "../../agents.ts";
import type { Answer } from "../../answer.ts";
import type { CaseContext } from "../../case-context.ts";
import { expectUnmoved, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import type { OwnedSession } from "../../journey-steps.ts";
import { pickText } from "../../json-path.ts";
import { movedByUnits, otherCurrency } from "../../minor-units.ts";

const SCOPES = ["payment:write", "service:write"];

type Charge = (mandate: HeldMandate, session: OwnedSession, confirmation?: string) => Promise<Answer>;

export default defineCase({
  requirement: "SVC-AUTO-007",
  title: "an agent that moves money asks, unless its principal has approved the amount in advance",
  async run(context) {
    const { offer } = await context.world.bookable();
    const { value, currency } = offer.price;
    const charges: Readonly<Record<string, Charge>> = {
      "payments.create_sale": (mandate, session, confirmation) =>
        context.agents.call(mandate, "payments.create_sale", {
          attributes: {
            client_id: session.clientId,
            service_id: session.offer.serviceId,
            provider_id: session.offer.providerId,
            unit_price: session.offer.price.value,
            session_id: session.id,
          },
          ...(confirmation === undefined ? {} : { confirmation }),
        }),
      "the transition to charged": (mandate, session, confirmation) =>
        context.agents.move(
          mandate,
          session,
          { to_state: "charged" },
          confirmation === undefined ? {} : { confirmation },
        ),
    };
    const uncovered = [
      ["no advance approval", undefined],
      ["approval of less", { amount: movedByUnits(value, -1, currency), currency }],
      ["approval in another currency", { amount: value * 1_000, currency: otherCurrency(currency) }],
    ] as const;
    for (const [name, charge] of Object.entries(charges)) {
      const control = await context.positive(`${name} under an advance approval that covers it`, async (check) => {
        const session = await context.journeys.walkTo("documented");
        const answer = await charge(await issue(context, { amount: value, currency }), session);
        check.status(answer, 200, 201);
        await expectState(context, check, session, "charged");
      });
      for (const [lack, threshold] of uncovered) {
        await context.negative(`${name} with ${lack}`, control, async (check) => {
          const session = await context.journeys.walkTo("documented");
          const { session: before } = await context.journeys.read(session.id);
          expectAsked(check, await charge(await issue(context, threshold), session));
          await expectUnmoved(context, check, before);
        });
      }
      await context.positive(`${name} after a human has agreed`, async (check) => {
        const session = await context.journeys.walkTo("documented");
        const mandate = await issue(context);
        const call = (confirmation?: string) => charge(mandate, session, confirmation);
        check.status(await expectAfterApproval(context, check, call, "organization"), 200, 201);
        await expectState(context, check, session, "charged");
      });
    }
    await payments(context);
  },
});

type Threshold = { readonly amount: number; readonly currency: string };

function issue(context: CaseContext, threshold?: Threshold): Promise<HeldMandate> {
  return context.agents.issue({
    scopes: SCOPES,
    ...(threshold === undefined ? {} : { constraints: { require_confirmation_above: threshold } }),
  });
}

async function expectState(
  context: CaseContext,
  check: Parameters<typeof expectUnmoved>[1],
  { id }: { id: string },
  state: string,
): Promise<void> {
  const { answer, session } = await context.journeys.read(id);
  check.equal("state of the session", { expected: state, actual: session.state, answer });
}

/** Recording a payment needs a payment system's notice besides, which an agent cannot show: without approval it asks. */
async function payments(context: CaseContext): Promise<void> {
  const sale = async () => {
    const answer = await context.journeys.charge(await context.journeys.walkTo("documented"));
    return need(pickText(answer.body, "data.id"), "a sale");
  };
  const pay = (mandate: HeldMandate, id: string) => (confirmation?: string) =>
    context.agents.call(mandate, "payments.record_payment", {
      path: { sale_id: id },
      attributes: { amount: 1, method: "transferencia" },
      ...(confirmation === undefined ? {} : { confirmation }),
    });
  const paid = async (id: string) => {
    const answer = await context.node.call("payments.get_status", { query: { sale_id: id } });
    return { answer, attributes: answer.at("data.attributes") };
  };
  const control = await context.positive("payments.record_payment after a human has agreed", async (check) => {
    await context.world.needs("payments.record_payment", "payments.get_status");
    const id = await sale();
    const before = await paid(id);
    check.status(await expectAfterApproval(context, check, pay(await issue(context), id), "organization"), 201);
    const after = await paid(id);
    check.holds(
      "what the sale says of its payments",
      JSON.stringify(before.attributes) !== JSON.stringify(after.attributes),
      {
        expected: "one payment more",
        actual: after.attributes,
        answer: after.answer,
      },
    );
  });
  await context.negative("payments.record_payment without", control, async (check) => {
    const id = await sale();
    const before = await paid(id);
    expectAsked(check, await pay(await issue(context), id)());
    const after = await paid(id);
    check.equal("what the sale says of its payments", {
      expected: before.attributes,
      actual: after.attributes,
      answer: after.answer,
    });
  });
}
