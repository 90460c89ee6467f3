import { need, unknownId } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickList } from "../../json-path.ts";
import { expectSale } from "../../payment-steps.ts";

export default defineCase({
  requirement: "SVC-PAY-007",
  title: "an account is that of a sale or of a client, and of one of them",
  async run(context) {
    await context.world.needs("payments.get_status");
    const ask = (query: Readonly<Record<string, string>>, deliberate = false) =>
      context.node.call("payments.get_status", { query, deliberate });
    const control = await context.positive("a sale, and a client", async (check) => {
      const sale = await expectSale(context, check);
      const ofSale = await ask({ sale_id: sale.id });
      check.resource(ofSale, 200, "payment_status");
      check.equal("id of the sale's account", { expected: sale.id, actual: ofSale.at("data.id"), answer: ofSale });
      const ofClient = await ask({ client_id: sale.clientId });
      check.resource(ofClient, 200, "payment_status");
      check.equal("id of the client's account", {
        expected: sale.clientId,
        actual: ofClient.at("data.id"),
        answer: ofClient,
      });
      const sales = pickList(ofClient.body, "data.attributes.sales");
      if (sales.length > 0)
        check.holds("sales of the client", JSON.stringify(sales).includes(sale.id), {
          expected: sale.id,
          actual: sales,
          answer: ofClient,
        });
      return sale;
    });
    await context.negative("neither", control, async (check) => {
      check.refused(await ask({}, true), "VALIDATION_ERROR");
    });
    await context.negative("both", control, async (check) => {
      const { id, clientId } = need(control.value);
      check.refused(await ask({ sale_id: id, client_id: clientId }, true), "VALIDATION_ERROR");
    });
    for (const name of ["sale_id", "client_id"]) {
      await context.negative(`an unknown ${name}`, control, async (check) => {
        check.refused(await ask({ [name]: unknownId(context) }), "NOT_FOUND");
      });
    }
  },
});
