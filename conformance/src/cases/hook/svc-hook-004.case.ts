import { expectMove, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { WebhookDesk } from "../../webhook-desk.ts";
import { eventOf, factsOf } from "../../webhook-receiver.ts";

export default defineCase({
  requirement: "SVC-HOOK-004",
  title: "each transition and each exception is an event",
  async run(context) {
    await WebhookDesk.use(context, async (desk) => {
      const receiver = await desk.receiver();
      const { path } = await desk.subscribe("service.state_changed", "service.exception");
      await context.positive("a session that is booked, moved and cancelled", async (check) => {
        const session = await context.journeys.walkTo("confirmed");
        await expectMove(context, check, { session, to: "cancelled" });
        const { answer, session: read } = await context.journeys.read(session.id);
        // The first record begins the history and is no change of a state.
        const moves = read.transitions.filter((one) => one.from !== null).map((one) => `${one.from} → ${one.to}`);
        const exceptions = read.exceptions.map((one) => String(one.type));
        const told = (event: string) =>
          receiver.at(path).filter((one) => eventOf(one) === event && factsOf(one).session_id === session.id);
        // The event of the first record, where there is one, tells of no state before it.
        const changes = () =>
          told("service.state_changed").flatMap((one) => {
            const from = pickText(one.body, "data.transition.from");
            return from === undefined ? [] : [`${from} → ${pickText(one.body, "data.transition.to")}`];
          });
        await receiver.until(
          path,
          () => changes().length >= moves.length && told("service.exception").length >= exceptions.length,
        );
        check.equal("service.state_changed", { expected: [...moves].sort(), actual: changes().sort(), answer });
        check.holds("exceptions on record", exceptions.length > 0, {
          expected: "at least one",
          actual: exceptions,
          answer,
        });
        check.equal("service.exception", {
          expected: [...exceptions].sort(),
          actual: told("service.exception")
            .map((one) => need(pickText(one.body, "data.exception.type")))
            .sort(),
          answer,
        });
      });
    });
  },
});
