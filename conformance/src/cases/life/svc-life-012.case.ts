import type { Answer } from "../../answer.ts";
import { defineCase } from "../../define-case.ts";
import { sessionOf } from "../../session-view.ts";

/** What must not depend on the operation: the moves with their parties, the exception records, the money. */
function outcomeOf(answer: Answer): unknown {
  const session = sessionOf(answer);
  return {
    state: session?.state,
    moves: session?.transitions.map(({ from, to, by, method }) => ({ from, to, by, method })),
    exceptions: session?.exceptions.map(({ type, initiated_by, resolution }) => ({ type, initiated_by, resolution })),
    billing: answer.at("data.attributes.billing.status"),
  };
}

export default defineCase({
  requirement: "SVC-LIFE-012",
  title: "convenience operations do what the transition does",
  async run(context) {
    const compare = (
      name: string,
      steps: {
        operation: Parameters<typeof context.journeys.operate>[0];
        from: string;
        to: string;
        attributes?: Record<string, unknown>;
        as?: "provider";
      },
    ) =>
      context.positive(name, async (check) => {
        await context.world.needs(steps.operation);
        const twins = [await context.journeys.walkTo(steps.from), await context.journeys.walkTo(steps.from)] as const;
        if (steps.to === "documented") for (const twin of twins) await context.journeys.recordRequiredEvidence(twin);
        const wish = steps.as === undefined ? {} : { as: steps.as };
        const operated = await context.journeys.operate(steps.operation, twins[0], {
          ...wish,
          attributes: steps.attributes ?? {},
        });
        check.holds(`${steps.operation} is accepted`, operated.ok, {
          expected: "2xx",
          actual: operated.describe(),
          answer: operated,
        });
        const moved = await context.journeys.transition(twins[1], steps.to, wish);
        check.status(moved, 200);
        check.state(operated, steps.to);
        const [left, right] = [await context.journeys.read(twins[0].id), await context.journeys.read(twins[1].id)];
        check.equal("outcome of the operation and of the transition", {
          expected: outcomeOf(right.answer),
          actual: outcomeOf(left.answer),
          answer: left.answer,
        });
      });
    await compare("scheduling.cancel", {
      operation: "scheduling.cancel",
      from: "confirmed",
      to: "cancelled",
      attributes: { reason: "certification run" },
    });
    await compare("scheduling.confirm", { operation: "scheduling.confirm", from: "scheduled", to: "confirmed" });
    await compare("delivery.checkin", {
      operation: "delivery.checkin",
      from: "confirmed",
      to: "in_progress",
      as: "provider",
    });
    await compare("delivery.checkout", {
      operation: "delivery.checkout",
      from: "in_progress",
      to: "delivered",
      as: "provider",
    });
    await compare("documentation.create", {
      operation: "documentation.create",
      from: "delivered",
      to: "documented",
      attributes: { content: "Record written by a certification run." },
    });
  },
});
