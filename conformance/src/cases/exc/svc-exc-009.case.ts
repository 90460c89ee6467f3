import { defineCase } from "../../define-case.ts";
import { walkOn } from "../../near-slots.ts";
import { noticesTo } from "../../notice-log.ts";
import { ResourceBench } from "../../resource-bench.ts";
import { moveAs } from "../../session-acts.ts";
import type { Slot } from "../../slot-book.ts";
import { coveredSession } from "../../substitutes.ts";

export default defineCase({
  requirement: "SVC-EXC-009",
  title: "a client is told of another provider, a provider of another resource",
  negativeOmitted: "a notice that is not sent is no refused request; before the change the log shows none",
  async run(context) {
    await context.positive("another provider", async (check) => {
      const { session, substitute } = await coveredSession(context);
      const before = await noticesTo(context, session.id, session.clientId);
      check.equal("notices to the client before", { expected: 0, actual: before });
      check.resource(await moveAs(context, session, { to: "reassigning", party: "provider" }), 200, "sessions");
      const { session: read } = await context.journeys.read(session.id);
      if (read.state === "reassigning") {
        const attributes = { provider_id: substitute };
        const moved = await moveAs(context, session, { to: "scheduled", party: "organization", attributes });
        check.resource(moved, 200, "sessions");
      }
      const after = await noticesTo(context, session.id, session.clientId);
      check.holds("notices to the client", after > 0, { expected: "at least one", actual: after });
    });
    await context.positive("another resource", (check) =>
      ResourceBench.use(context, async (bench) => {
        const [slot] = (await bench.run([0])) as [Slot];
        const equipment = [`certification ${context.world.uniqueWord()}`];
        const lost = await bench.create({ equipment });
        const spare = await bench.create({ equipment });
        const session = await bench.expectBooked(check, { slot, resourceId: lost });
        await walkOn(context, session, "confirmed");
        const before = await noticesTo(context, session.id, slot.providerId);
        check.equal("notices to the provider before", { expected: 0, actual: before });
        await bench.remove(lost);
        const { answer } = await context.journeys.read(session.id);
        const resource = answer.at("data.attributes.location.resource_id");
        check.equal("location.resource_id", { expected: spare, actual: resource, answer });
        const after = await noticesTo(context, session.id, slot.providerId);
        check.holds("notices to the provider", after > 0, { expected: "at least one", actual: after });
      }),
    );
  },
});
