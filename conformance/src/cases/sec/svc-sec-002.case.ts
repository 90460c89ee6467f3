import { expectMove, expectUnmoved } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import type { Actor } from "../../protocol-client.ts";
import type { CredentialKind } from "../../settings.ts";

export default defineCase({
  requirement: "SVC-SEC-002",
  title: "a false actor claim is refused",
  async run(context) {
    const provider: Actor = { type: "provider", id: context.node.partyId("provider") };
    const client: Actor = { type: "client", id: context.node.partyId("client") };
    const organization = await context.world.actorOf("organization");
    const control = await context.positive("client and provider act as themselves", async (check) => {
      await expectMove(context, check, {
        session: await context.journeys.walkTo("scheduled"),
        to: "cancelled",
        as: "client",
        actor: client,
      });
      await expectMove(context, check, {
        session: await context.journeys.walkTo("confirmed"),
        to: "in_progress",
        as: "provider",
        actor: provider,
      });
    });
    const claims: readonly { as: CredentialKind; actor: Actor }[] = [
      { as: "client", actor: provider },
      { as: "client", actor: organization },
      { as: "client", actor: { type: "client", id: "somebody-else" } },
      { as: "provider", actor: client },
      { as: "provider", actor: organization },
      { as: "provider", actor: { type: "provider", id: "somebody-else" } },
    ];
    for (const { as, actor } of claims) {
      await context.negative(
        `the ${as}'s credential claims ${actor.type} ${actor.id === "somebody-else" ? "somebody else" : "of the session"}`,
        control,
        async (check) => {
          const session = await context.journeys.walkTo("scheduled");
          const { session: before } = await context.journeys.read(session.id);
          check.refused(await context.journeys.transition(session, "cancelled", { as, actor }), "FORBIDDEN");
          await expectUnmoved(context, check, before);
        },
      );
    }
  },
});
