import { expectAsked } from "../../agent-steps.ts";
import { expectUnmoved, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

const CLAIM = { human_intent_confirmed: true };

export default defineCase({
  requirement: "SVC-CONF-006",
  title: "an agent's word that a human agreed is no human's agreement",
  async run(context) {
    const book = async (constraints?: Readonly<Record<string, unknown>>) => {
      const mandate = await context.agents.issue({
        scopes: ["schedule:write", "service:write"],
        ...(constraints === undefined ? {} : { constraints }),
      });
      const { attributes } = await context.journeys.bookingAttributes();
      const { actor: _, ...lawful } = attributes;
      const answer = await context.agents.call(mandate, "scheduling.book", { attributes: { ...lawful, ...CLAIM } });
      context.journeys.adopt(answer);
      return { mandate, answer, lawful };
    };
    const control = await context.positive("the claim is stored with the booking", async (check) => {
      const { mandate, answer } = await book();
      check.resource(answer, 201, "sessions");
      const id = need(pickText(answer.body, "data.id"), "the booked session");
      const { answer: read } = await context.journeys.read(id);
      check.equal("human_intent_confirmed", {
        expected: true,
        actual: read.at("data.attributes.human_intent_confirmed"),
        answer: read,
      });
      return { mandate, id };
    });
    await context.negative("the session that bears the claim is cancelled", control, async (check) => {
      const { mandate, id } = need(control.value);
      const { session: before } = await context.journeys.read(id);
      const moved = await context.agents.move(mandate, { id }, { to_state: "cancelled", reason: "certification run" });
      expectAsked(check, moved);
      if (await context.world.declares("scheduling.cancel")) {
        const path = { session_id: id };
        const attributes = { reason: "certification run" };
        expectAsked(check, await context.agents.call(mandate, "scheduling.cancel", { path, attributes }));
      }
      await expectUnmoved(context, check, before);
    });
    await context.negative("a booking above the threshold, with the claim", control, async (check) => {
      const { offer } = await context.world.bookable();
      const { value, currency } = offer.price;
      if (value <= 0) check.notVerified("the bookable offer costs nothing");
      const { answer, lawful } = await book({ require_confirmation_above: { amount: 0, currency } });
      expectAsked(check, answer);
      const actor = await context.world.actorOf("organization");
      const free = await context.node.call("scheduling.book", { attributes: { ...lawful, actor } });
      check.resource(free, 201, "sessions");
      context.journeys.adopt(free);
    });
  },
});
