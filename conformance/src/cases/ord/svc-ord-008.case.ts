import type { Answer } from "../../answer.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { pickList } from "../../json-path.ts";
import { OrderDesk, type OwnedOrder } from "../../order-steps.ts";
import { expectSource } from "../../refusals.ts";

export default defineCase({
  requirement: "SVC-ORD-008",
  title: "a session is booked only under an active order that covers it",
  async run(context) {
    await OrderDesk.use(context, async (desk) => {
      const control = await context.positive("an active order that covers the service", async (check) => {
        check.resource((await desk.tryBook(await desk.active())).answer, 201, "sessions");
      });
      const expectNoSession = async (
        check: Check,
        ...[order, answer]: readonly [OwnedOrder, Answer]
      ): Promise<void> => {
        check.refused(answer, "VALIDATION_ERROR");
        expectSource(check, answer, "service_order_id");
        const read = await desk.read(order);
        const ids = pickList(read.body, "data.attributes.service_ids");
        check.equal("sessions of the order", { expected: [], actual: ids, answer: read });
      };
      await context.negative("the order is a draft", control, async (check) => {
        const order = await desk.draft();
        await expectNoSession(check, order, (await desk.tryBook(order)).answer);
      });
      await context.negative("the order is proposed", control, async (check) => {
        const order = await desk.draft();
        check.status(await desk.move(order, "service_orders.propose"), 200);
        await expectNoSession(check, order, (await desk.tryBook(order)).answer);
      });
      await context.negative("the order is paused", control, async (check) => {
        await context.world.needs("service_orders.transition");
        const order = await desk.active();
        const paused = await context.node.call("service_orders.transition", {
          path: { order_id: order.id },
          attributes: {
            to_state: "paused",
            reason: "certification run",
            actor: await context.world.actorOf("organization"),
          },
        });
        check.status(paused, 200);
        await expectNoSession(check, order, (await desk.tryBook(order)).answer);
      });
      await context.negative("the order covers another type", control, async (check) => {
        const other = `${need((await context.world.bookable()).offer.type)}-${context.world.uniqueWord()}`;
        const order = await desk.active({ scope: { description: "Another service", service_types: [other] } });
        await expectNoSession(check, order, (await desk.tryBook(order)).answer);
      });
      await context.negative("the order is another client's", control, async (check) => {
        const order = await desk.active();
        const client_id = await context.world.newClient();
        await expectNoSession(check, order, (await desk.tryBook(order, { client_id })).answer);
      });
    });
  },
});
