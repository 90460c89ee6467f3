import { expectBooking, need, sessionIn } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

const encode = (actor: unknown) => Buffer.from(JSON.stringify(actor)).toString("base64");

export default defineCase({
  requirement: "SVC-HTTP-011",
  title: "the actor comes in the body or in X-Servicialo-Actor, and the body wins",
  async run(context) {
    const organization = await context.world.actorOf("organization");
    const client = { type: "client", id: await context.world.clientId() };
    const body = await context.positive("an actor in the body alone", async (check) => {
      const session = await expectBooking(context, check, { attributes: { actor: organization } });
      return sessionIn(session.booked).transitions[0]?.by;
    });
    await context.positive("an actor in the header alone", async (check) => {
      const session = await expectBooking(context, check, {
        attributes: { actor: undefined },
        options: { headers: { "x-servicialo-actor": encode(organization) }, deliberate: true },
      });
      const by = sessionIn(session.booked).transitions[0]?.by;
      check.equal("the record names the actor of the header", {
        expected: need(body.value, "the actor of the first booking"),
        actual: by,
      });
    });
    await context.positive("differing actors: the body wins", async (check) => {
      const session = await expectBooking(context, check, {
        attributes: { actor: client },
        options: { headers: { "x-servicialo-actor": encode(organization) } },
      });
      const by = sessionIn(session.booked).transitions[0]?.by;
      check.equal("the record names the actor of the body", { expected: client.id, actual: by });
    });
    await context.negative("a header that cannot be decoded", body, async (check) => {
      const { attributes } = await context.journeys.bookingAttributes({ attributes: { actor: undefined } });
      for (const value of ["%%%not-base64%%%", Buffer.from("{no json").toString("base64")]) {
        const headers = { "x-servicialo-actor": value };
        check.refused(
          await context.node.call("scheduling.book", { attributes, headers, deliberate: true }),
          "VALIDATION_ERROR",
        );
      }
    });
  },
});
