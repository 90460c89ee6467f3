import type { Answer } from "../../answer.ts";
import { expectMove, expectUnmoved } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import type { CredentialKind } from "../../settings.ts";

export default defineCase({
  requirement: "SVC-LIFE-007",
  title: "only the session's provider can deliver",
  async run(context) {
    const strangers: CredentialKind[] = ["organization", "client", "second_provider", "second_client"];
    const delivered = await context.positive("the provider delivers by a transition", async (check) => {
      await expectMove(context, check, {
        session: await context.journeys.walkTo("in_progress"),
        to: "delivered",
        as: "provider",
      });
    });
    const refuse = (name: string, control: typeof delivered, send: (session: { id: string }) => Promise<Answer>) =>
      context.negative(name, control, async (check) => {
        const session = await context.journeys.walkTo("in_progress");
        const { session: before } = await context.journeys.read(session.id);
        const answer = await send(session);
        // Somebody to whom the session is invisible may be told that there is none.
        if (answer.status !== 404) check.refused(answer, "FORBIDDEN");
        else check.refused(answer, "NOT_FOUND");
        await expectUnmoved(context, check, before);
      });
    for (const as of strangers) {
      await refuse(`${as} asks for delivered`, delivered, (session) =>
        context.journeys.transition(session, "delivered", { as }),
      );
    }
    await refuse("the organization claims to be the provider", delivered, async (session) => {
      const actor = { type: "provider" as const, id: context.node.partyId("provider") };
      return context.journeys.transition(session, "delivered", { as: "organization", actor });
    });
    const checkedOut = await context.positive("the provider delivers by check-out", async (check) => {
      await context.world.needs("delivery.checkout");
      const session = await context.journeys.walkTo("in_progress");
      const answer = await context.journeys.operate("delivery.checkout", session, { as: "provider" });
      if (check.resource(answer, 200, "sessions")) check.state(answer, "delivered");
    });
    for (const as of strangers.slice(0, 3)) {
      await refuse(`${as} checks out`, checkedOut, (session) =>
        context.journeys.operate("delivery.checkout", session, { as }),
      );
    }
    const partial = await context.positive("the provider stops in part", async (check) => {
      await context.world.needsFlow("partial_delivery");
      await expectMove(context, check, {
        session: await context.journeys.walkTo("in_progress"),
        to: "partial",
        as: "provider",
      });
    });
    for (const as of strangers.slice(0, 3)) {
      await refuse(`${as} asks for partial`, partial, (session) =>
        context.journeys.transition(session, "partial", { as }),
      );
    }
  },
});
