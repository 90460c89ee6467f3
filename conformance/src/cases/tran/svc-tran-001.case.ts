import { defineCase } from "../../define-case.ts";

const METHODS = ["auto", "manual", "agent"];

export default defineCase({
  requirement: "SVC-TRAN-001",
  title: "every transition is recorded with from, to, at, by and method",
  async run(context) {
    await context.positive("the history of a verified session", async (check) => {
      const { owned, answer, session } = await context.journeys.exemplar();
      check.holds("records", session.transitions.length >= 8, {
        expected: "at least eight",
        actual: session.transitions.length,
        answer,
      });
      for (const [index, record] of session.transitions.entries()) {
        const fits =
          record.from !== undefined &&
          record.to !== undefined &&
          !Number.isNaN(Date.parse(record.at ?? "")) &&
          (record.by ?? "") !== "" &&
          METHODS.includes(record.method ?? "");
        check.holds(`record ${index + 1}`, fits, { expected: "from, to, at, by and method", actual: record, answer });
      }
      const byOf = (state: string) => session.transitions.find((record) => record.to === state)?.by;
      check.equal("by of delivered", { expected: owned.offer.providerId, actual: byOf("delivered"), answer });
      check.equal("by of verified", { expected: owned.clientId, actual: byOf("verified"), answer });
    });
  },
});
