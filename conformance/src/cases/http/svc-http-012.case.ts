import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-HTTP-012",
  title: "without an actor, a sale is attributed to the credential's subject",
  async run(context) {
    await context.positive("a sale without an actor", async (check) => {
      const session = await context.journeys.walkTo("documented");
      const sale = await context.journeys.charge(session, { actor: undefined });
      check.resource(sale, 201, "sales");
      const { answer, session: read } = await context.journeys.read(session.id);
      const charge = read.transitions.find((one) => one.to === "charged");
      const byOrganization = read.transitions.find((one) => one.to === "scheduled")?.by;
      check.equal("by of the charge is by of the moves that the organization claimed", {
        expected: byOrganization ?? "a record of the organization",
        actual: charge?.by,
        answer,
      });
      check.equal("method of the charge", { expected: "manual", actual: charge?.method, answer });
      check.holds("the sale has an id", pickText(sale.body, "data.id") !== undefined, {
        expected: "an id",
        actual: sale.text,
        answer: sale,
      });
    });
  },
});
