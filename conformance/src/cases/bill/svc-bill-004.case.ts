import { need, unknownId } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pick, pickList, pickText } from "../../json-path.ts";
import { prepaidPlaces } from "../../special-places.ts";

export default defineCase({
  requirement: "SVC-BILL-004",
  title: "a booking of an offer that is paid first is answered with where to pay",
  async run(context) {
    const places = await prepaidPlaces(context);
    if (places === null) context.notApplicable("no public offer needs prepayment");
    const book = async (index: number, more: Readonly<Record<string, unknown>> = {}, deliberate = false) => {
      const { as, attributes } = need(places?.[index], "a free time of the offer");
      const answer = await context.node.call("scheduling.book", {
        attributes: { ...attributes, ...more },
        as,
        deliberate,
      });
      if (as === "organization") context.journeys.adopt(answer);
      return answer;
    };
    await context.positive("a booking without payment is 402 with the checkout address", async (check) => {
      const answer = await book(0);
      check.refused(answer, "PAYMENT_REQUIRED");
      const metas = pickList(answer.body, "errors").map((entry) => JSON.stringify(pick(entry, "meta") ?? {}));
      check.holds(
        "the checkout address",
        metas.some((meta) => /"https?:\/\/[^"]+"/.test(meta)),
        {
          expected: "an address in meta.checkout",
          actual: metas,
          answer,
        },
      );
      // Nobody holds the time before it is paid: the same question finds it free again.
      check.refused(await book(0), "PAYMENT_REQUIRED");
    });
    await context.positive("a payment that nobody made does not help", async (check) => {
      const answer = await book(1, { payment_intent_id: unknownId(context) }, true);
      check.status(answer, 402, 404, 409, 422);
      check.equal("session made", { expected: undefined, actual: pickText(answer.body, "data.id"), answer });
    });
  },
});
