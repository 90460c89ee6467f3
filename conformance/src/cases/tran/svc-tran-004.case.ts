import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import type { SessionView } from "../../session-view.ts";

function expectMethods(check: Check, session: SessionView): void {
  for (const { to, by, method } of session.transitions) {
    check.holds(`method of the move to ${to}`, ["auto", "manual", "agent"].includes(method ?? ""), {
      expected: "auto, manual or agent",
      actual: method,
    });
    check.equal(`auto exactly when system, at ${to}`, { expected: by === "system", actual: method === "auto" });
  }
}

export default defineCase({
  requirement: "SVC-TRAN-004",
  title: "method says who moved: auto exactly for the system",
  async run(context) {
    await context.positive("moves of persons", async (check) => {
      const { session } = await context.journeys.exemplar();
      check.equal("state", { expected: "verified", actual: session.state });
      expectMethods(check, session);
      const person = session.transitions.filter((record) => ["delivered", "verified"].includes(record.to ?? ""));
      check.equal("methods of provider and client", {
        expected: ["manual", "manual"],
        actual: person.map((record) => record.method),
      });
    });
    await context.positive("a confirmation that first schedules (D-06)", async (check) => {
      await context.world.needs("scheduling.confirm");
      const session = await context.journeys.book();
      const as = session.offer.confirmationPolicy === "client" ? "client" : "organization";
      const answer = await context.journeys.operate("scheduling.confirm", session, { as });
      check.resource(answer, 200, "sessions");
      const { session: read } = await context.journeys.read(session.id);
      expectMethods(check, read);
      check.equal("moves, with who made them", {
        expected: [
          ["requested", "manual"],
          ["scheduled", "auto"],
          ["confirmed", "manual"],
        ],
        actual: read.transitions.map(({ to, method }) => [to, method]),
        answer,
      });
    });
  },
});
