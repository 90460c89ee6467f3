import { need, unknownId } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickList, pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-BILL-004",
  title: "a booking of an offer that is paid first is answered with where to pay",
  async run(context) {
    const prepaid = await context.world.prepaid();
    if (prepaid === null) context.notApplicable("no public offer needs prepayment");
    await context.positive("a booking without payment is 402 with the checkout address", async (check) => {
      const { offer, slots } = need(prepaid);
      const slot = slots.take();
      const attributes = {
        service_id: offer.serviceId,
        provider_id: offer.providerId,
        client_id: await context.world.newClient(),
        starts_at: slot.startsAt,
        actor: await context.world.actorOf("organization"),
      };
      const answer = await context.node.call("scheduling.book", { attributes });
      context.journeys.adopt(answer);
      check.refused(answer, "PAYMENT_REQUIRED");
      const checkout = pickList(answer.body, "errors").map((entry) =>
        JSON.stringify((entry as { meta?: unknown }).meta ?? {}),
      );
      check.holds(
        "the checkout address",
        checkout.some((meta) => /"https?:\/\/[^"]+"/.test(meta)),
        {
          expected: "an address in meta.checkout",
          actual: checkout,
          answer,
        },
      );
      // Nobody holds the time before it is paid: the same question finds it free again.
      const again = await context.node.call("scheduling.book", {
        attributes: { ...attributes, client_id: await context.world.newClient() },
      });
      context.journeys.adopt(again);
      check.refused(again, "PAYMENT_REQUIRED");
    });
    await context.positive("a payment that nobody made does not help", async (check) => {
      const { offer, slots } = need(prepaid);
      const answer = await context.node.call("scheduling.book", {
        attributes: {
          service_id: offer.serviceId,
          provider_id: offer.providerId,
          client_id: await context.world.newClient(),
          starts_at: slots.take().startsAt,
          payment_intent_id: unknownId(context),
          actor: await context.world.actorOf("organization"),
        },
        deliberate: true,
      });
      context.journeys.adopt(answer);
      check.status(answer, 402, 404, 409, 422);
      check.equal("session made", { expected: undefined, actual: pickText(answer.body, "data.id"), answer });
    });
  },
});
