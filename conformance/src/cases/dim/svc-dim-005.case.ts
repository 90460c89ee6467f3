import { expectBooking } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

const PLACES = ["in_person", "virtual", "home_visit", "absent"];

export default defineCase({
  requirement: "SVC-DIM-005",
  title: "location.type is in_person, virtual or home_visit",
  negativeOmitted: "no operation of CORE takes a location.type, so no other value can be refused",
  async run(context) {
    await context.positive("offers and sessions", async (check) => {
      const session = await expectBooking(context, check);
      const { answer } = await context.journeys.read(session.id);
      const place = answer.at("data.attributes.location.type") ?? "absent";
      check.holds("location.type of the session", PLACES.includes(String(place)), {
        expected: PLACES.join(", "),
        actual: place,
        answer,
      });
      for (const id of await context.world.offerIds()) {
        const offer = await context.node.call("service.get", { path: { service_id: id } });
        if (!check.resource(offer, 200, "service_offers")) continue;
        const modality = offer.at("data.attributes.modality");
        check.holds(`modality of ${id}`, PLACES.slice(0, 3).includes(String(modality)), {
          expected: PLACES.slice(0, 3).join(", "),
          actual: modality,
          answer: offer,
        });
        const where = offer.at("data.attributes.location.type") ?? "absent";
        check.holds(`location.type of ${id}`, PLACES.includes(String(where)), {
          expected: PLACES.join(", "),
          actual: where,
          answer: offer,
        });
      }
    });
  },
});
