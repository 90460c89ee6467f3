import { expectUnmoved } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { expectDisputed } from "../../dispute-steps.ts";
import { ownSession } from "../../near-slots.ts";

const OTHERS = ["provider", "organization", "second_client", "second_provider"] as const;

export default defineCase({
  requirement: "SVC-EXC-011",
  title: "nobody but the client of a session opens a dispute",
  async run(context) {
    const control = await context.positive("the client", async (check) => {
      await expectDisputed(context, check, await ownSession(context, "delivered"), "delivered");
    });
    await context.positive("the client, with a credential of its own", async (check) => {
      await expectDisputed(context, check, await context.journeys.walkTo("delivered"), "delivered");
    });
    for (const as of OTHERS) {
      await context.negative(`the ${as.replace("_", " ")}`, control, async (check) => {
        const session = await ownSession(context, "delivered");
        const { session: before, answer: own } = await context.journeys.read(session.id);
        const answer = await context.journeys.transition(session, "disputed", { as });
        // Who is no party to the session need not learn that there is one.
        if (as.startsWith("second")) check.refused(answer, "FORBIDDEN", "NOT_FOUND");
        else check.refused(answer, "FORBIDDEN");
        await expectUnmoved(context, check, before);
        const after = await context.journeys.read(session.id);
        const status = (one: typeof own) => one.at("data.attributes.billing.status");
        check.equal("billing.status stays", {
          expected: status(own),
          actual: status(after.answer),
          answer: after.answer,
        });
      });
    }
  },
});
