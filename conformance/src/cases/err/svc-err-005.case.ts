import { expectBooking, expectUnmoved, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { sessionOf } from "../../session-view.ts";

export default defineCase({
  requirement: "SVC-ERR-005",
  title: "authority is judged before the state",
  async run(context) {
    const control = await context.positive(
      "the provider, who may deliver, learns that the state does not fit",
      async (check) => {
        const session = await expectBooking(context, check);
        check.refused(
          await context.journeys.transition(session, "delivered", { as: "provider" }),
          "INVALID_TRANSITION",
        );
        return session;
      },
    );
    const refused = async (
      name: string,
      send: (session: { id: string }) => Promise<import("../../answer.ts").Answer>,
      codes: string[],
    ) =>
      context.negative(name, control, async (check) => {
        const session = need(control.value);
        check.refused(await send(session), ...codes);
        await expectUnmoved(context, check, need(sessionOf(session.booked)));
      });
    await refused(
      "the organization",
      (session) => context.journeys.transition(session, "delivered", { as: "organization" }),
      ["FORBIDDEN"],
    );
    await refused("the client", (session) => context.journeys.transition(session, "delivered", { as: "client" }), [
      "FORBIDDEN",
    ]);
    await refused(
      "an agent claimed by the organization's credential",
      (session) =>
        context.journeys.transition(session, "delivered", {
          as: "organization",
          actor: { type: "agent", id: "agent-of-nobody", mandate_id: "00000000-0000-4000-8000-000000000000" },
        }),
      ["FORBIDDEN", "MANDATE_REQUIRED"],
    );
  },
});
