import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-BILL-003",
  title: "a prepaid session stays paid when it is charged",
  async run(context) {
    const prepaid: string[] = [];
    for (const id of await context.world.offerIds()) {
      const answer = await context.node.call("service.get", { path: { service_id: id } });
      if (answer.status !== 200) context.notVerified(`an offer could not be read: ${answer.describe()}`);
      if (answer.at("data.attributes.requires_prepayment") === true) prepaid.push(id);
    }
    if (prepaid.length === 0) context.notApplicable("no public offer asks for prepayment, which is optional");
    context.notVerified("a prepayment goes through a payment provider, outside the published operations");
  },
});
