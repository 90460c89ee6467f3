import { expectAsked } from "../../agent-steps.ts";
import type { Answer } from "../../answer.ts";
import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { movedByUnits, otherCurrency } from "../../minor-units.ts";

interface Threshold {
  readonly amount: number;
  readonly currency: string;
}

export default defineCase({
  requirement: "SVC-MAND-014",
  title: "check 8: above the threshold, or in another currency, a human is asked",
  async run(context) {
    const { offer } = await context.world.bookable();
    const { value, currency } = offer.price;
    if (value <= 0) context.notVerified("the bookable offer costs nothing, so that no threshold lies below it");
    const exact = { amount: value, currency };
    const booking = await context.positive("a booking that costs exactly the threshold", async (check) => {
      check.resource(await book(context, exact), 201, "sessions");
      check.resource(await book(context, { ...exact, amount: movedByUnits(value, 1, currency) }), 201, "sessions");
    });
    const beyond: readonly (readonly [string, Threshold])[] = [
      ["one unit more than the threshold", { amount: movedByUnits(value, -1, currency), currency }],
      ["a threshold of nothing", { amount: 0, currency }],
      ["a threshold in another currency", { amount: value * 1_000, currency: otherCurrency(currency) }],
    ];
    for (const [name, threshold] of beyond) {
      await context.negative(`a booking: ${name}`, booking, async (check) => {
        const { attributes, answer } = await ask(context, threshold);
        expectThreshold(context, check, answer);
        // Nothing was booked: the organization gets the very slot.
        const free = await context.node.call("scheduling.book", {
          attributes: { ...attributes, actor: await context.world.actorOf("organization") },
        });
        check.resource(free, 201, "sessions");
        context.journeys.adopt(free);
      });
    }
    const sale = await context.positive("a sale of exactly the threshold", async (check) => {
      check.resource((await sell(context, exact)).answer, 201, "sales");
    });
    for (const [name, threshold] of beyond) {
      await context.negative(`a sale: ${name}`, sale, async (check) => {
        const { answer, sessionId } = await sell(context, threshold);
        expectAsked(check, answer);
        const { answer: read, session } = await context.journeys.read(sessionId);
        check.equal("state of the session", { expected: "documented", actual: session.state, answer: read });
      });
    }
  },
});

/** For a booking it is the amount alone that asks: the matrix lets agents book. */
function expectThreshold(context: CaseContext, check: Check, answer: Answer): void {
  expectAsked(check, answer);
  const constraint = answer.at("errors.0.meta.constraint");
  if (!context.settings.exactCodes && constraint === undefined) return;
  check.equal("errors[].meta.constraint", { expected: "require_confirmation_above", actual: constraint, answer });
  check.equal("errors[].meta.check", { expected: 8, actual: answer.at("errors.0.meta.check"), answer });
}

async function ask(context: CaseContext, threshold: Threshold) {
  const mandate = await context.agents.issue({
    scopes: ["schedule:write"],
    constraints: { require_confirmation_above: threshold },
  });
  const { attributes: all } = await context.journeys.bookingAttributes();
  const { actor: _, ...attributes } = all;
  return { attributes, answer: await context.agents.call(mandate, "scheduling.book", { attributes }) };
}

async function book(context: CaseContext, threshold: Threshold): Promise<Answer> {
  const { answer } = await ask(context, threshold);
  context.journeys.adopt(answer);
  return answer;
}

async function sell(context: CaseContext, threshold: Threshold): Promise<{ answer: Answer; sessionId: string }> {
  const session = await context.journeys.walkTo("documented");
  const mandate = await context.agents.issue({
    scopes: ["payment:write"],
    constraints: { require_confirmation_above: threshold },
  });
  const answer = await context.agents.call(mandate, "payments.create_sale", {
    attributes: {
      client_id: session.clientId,
      service_id: session.offer.serviceId,
      provider_id: session.offer.providerId,
      unit_price: session.offer.price.value,
      session_id: need(session.id),
    },
  });
  return { answer, sessionId: session.id };
}
