import { expectBooking } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-DIM-003",
  title: "client and payer are kept apart",
  async run(context) {
    await context.positive("a booking that names another payer", async (check) => {
      const payer = context.node.has("second_client")
        ? context.node.partyId("second_client")
        : await context.world.newClient();
      const session = await expectBooking(context, check, { attributes: { payer_id: payer } });
      const { answer } = await context.journeys.read(session.id);
      check.equal("client.id", { expected: session.clientId, actual: answer.at("data.attributes.client.id"), answer });
      check.equal("client.payer_id", { expected: payer, actual: answer.at("data.attributes.client.payer_id"), answer });
    });
    await context.positive("a booking without a payer", async (check) => {
      const session = await expectBooking(context, check);
      const { answer } = await context.journeys.read(session.id);
      check.equal("client.id", { expected: session.clientId, actual: answer.at("data.attributes.client.id"), answer });
    });
  },
});
