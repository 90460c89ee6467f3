import { serviceStates } from "../../artefacts.ts";
import { expectBooking } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-VER-001",
  title: "version 0.8 is served with the eight states",
  async run(context) {
    await context.positive("the happy path under 0.8", async (check) => {
      const session = await expectBooking(context, check, { options: { version: "0.8" } });
      const version = session.booked.header("x-servicialo-version") ?? "no header";
      check.holds("version of the answer", /^0\.8(\.\d+)?$/.test(version), {
        expected: "0.8",
        actual: version,
        answer: session.booked,
      });
      const { answer, session: end } = await context.journeys.exemplar();
      check.equal("state", { expected: "verified", actual: end.state, answer });
      const known = new Set(serviceStates().map((state) => state.name));
      const foreign = end.transitions
        .map((one) => one.to ?? "")
        .filter((state) => !known.has(state) && !state.startsWith("x-"));
      check.equal("states of another version", { expected: [], actual: foreign, answer });
    });
  },
});
