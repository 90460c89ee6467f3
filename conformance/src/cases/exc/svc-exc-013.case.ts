import { expectMove, expectUnmoved } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { decide, openDispute } from "../../dispute-steps.ts";

export default defineCase({
  requirement: "SVC-EXC-013",
  title: "a dispute is decided by the organization, never by a party to it",
  async run(context) {
    for (const to of ["charged", "cancelled"] as const) {
      const control = await context.positive(`the organization decides: ${to}`, async (check) => {
        const session = await openDispute(context);
        const answer = await decide(context, session, { to, party: "organization" });
        if (check.resource(answer, 200, "sessions")) check.state(answer, to);
      });
      for (const party of ["provider", "client"] as const) {
        await context.negative(`the ${party} decides: ${to}`, control, async (check) => {
          const session = await openDispute(context);
          const { session: before } = await context.journeys.read(session.id);
          check.refused(await decide(context, session, { to, party }), "FORBIDDEN");
          await expectUnmoved(context, check, before);
        });
      }
    }
    const own = await context.positive("the organization decides about a client with a credential", async (check) => {
      const session = await context.journeys.walkTo("delivered");
      await expectMove(context, check, { session, to: "disputed" });
      check.resource(await decide(context, session, { to: "charged", party: "organization" }), 200, "sessions");
    });
    await context.negative("that client decides", own, async (check) => {
      const session = await context.journeys.walkTo("delivered");
      await expectMove(context, check, { session, to: "disputed" });
      const { session: before } = await context.journeys.read(session.id);
      check.refused(await decide(context, session, { to: "cancelled", party: "client" }), "FORBIDDEN");
      await expectUnmoved(context, check, before);
    });
  },
});
