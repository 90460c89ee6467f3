import { expectBooking, expectMove, need, unknownId } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-ERR-002",
  title: "conditions of the catalogue are reported with their standard codes",
  async run(context) {
    const control = await context.positive("a session is booked and scheduled", async (check) => {
      const session = await expectBooking(context, check);
      await expectMove(context, check, { session, to: "scheduled" });
      return session;
    });
    const provoke = (code: string, send: () => Promise<import("../../answer.ts").Answer>) =>
      context.negative(code, control, async (check) => void check.refused(await send(), code));
    const session = () => need(control.value);
    await provoke("UNAUTHORIZED", () =>
      context.node.call("service.get", { path: { service_id: session().id }, as: null }),
    );
    await provoke("NOT_FOUND", () => context.node.call("service.get", { path: { service_id: unknownId(context) } }));
    await provoke("UNSUPPORTED_VERSION", () =>
      context.node.call("service.get", { path: { service_id: session().id }, version: "99.9" }),
    );
    await provoke("VALIDATION_ERROR", () =>
      context.journeys.transition(session(), "confirmed", {
        attributes: { to_state: undefined },
        options: { deliberate: true },
      }),
    );
    await provoke("INVALID_TRANSITION", () => context.journeys.transition(session(), "in_progress"));
    await provoke("FORBIDDEN", () => context.journeys.transition(session(), "delivered", { as: "organization" }));
    await provoke("CONFLICT", async () => {
      const { attributes } = await context.journeys.bookingAttributes({ slot: session().slot });
      return context.node.call("scheduling.book", { attributes });
    });
  },
});
