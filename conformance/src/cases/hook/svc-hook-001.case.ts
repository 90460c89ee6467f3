import { expectBooking, expectMove, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { WebhookDesk } from "../../webhook-desk.ts";
import { eventOf, factsOf, signatureOf } from "../../webhook-receiver.ts";

const MEMBERS = ["data", "emitted_at", "event", "event_id"];

export default defineCase({
  requirement: "SVC-HOOK-001",
  title: "a delivery has its envelope, and a signature over its bytes",
  async run(context) {
    await WebhookDesk.use(context, async (desk) => {
      const receiver = await desk.receiver();
      const subscription = await desk.subscribe("service.state_changed", "booking.created");
      const { path, secret } = subscription;
      const control = await context.positive("events of a booked and moved session", async (check) => {
        const session = await expectBooking(context, check);
        await expectMove(context, check, { session, to: "scheduled" });
        const own = () => receiver.at(path).filter((one) => factsOf(one).session_id === session.id);
        const idsOf = (name: string) =>
          new Set(own().flatMap((one) => (eventOf(one) === name ? [pickText(one.body, "event_id")] : [])));
        const moves = () => idsOf("service.state_changed").size;
        await receiver.until(path, () => moves() > 0 && idsOf("booking.created").size > 0);
        // When the next event is here, a second copy of these would be here, too.
        const before = moves();
        await expectMove(context, check, { session, to: "confirmed" });
        await receiver.until(path, () => moves() > before);
        check.holds("deliveries", own().length >= 2, {
          expected: "booking.created and service.state_changed",
          actual: own().map(eventOf),
        });
        for (const delivered of own()) {
          const { body, headers, raw } = delivered;
          const name = eventOf(delivered);
          check.equal(`members of ${name}`, { expected: MEMBERS, actual: Object.keys(body as object).sort() });
          check.equal(`breaks of the schema in ${name}`, {
            expected: [],
            actual: context.validator.findings("webhook-event", body),
          });
          check.equal("media type", { expected: "application/json", actual: headers["content-type"]?.split(";")[0] });
          const repeated = [
            ["x-servicialo-event-id", "event_id"],
            ["x-servicialo-event-type", "event"],
            ["x-servicialo-timestamp", "emitted_at"],
          ] as const;
          for (const [header, member] of repeated)
            check.equal(header, { expected: pickText(body, member), actual: headers[header] });
          const signature = headers["x-servicialo-signature"];
          check.equal("X-Servicialo-Signature", { expected: signatureOf(raw, secret), actual: signature });
        }
        const ids = own().map((one) => pickText(one.body, "event_id"));
        check.equal("different events", { expected: ids.length, actual: new Set(ids).size });
        return own();
      });
      await context.negative("an altered body, and another secret, do not verify", control, async (check) => {
        for (const { raw, headers } of need(control.value)) {
          const signature = headers["x-servicialo-signature"];
          const altered = Buffer.from(raw);
          altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
          for (const other of [signatureOf(altered, secret), signatureOf(raw, `${secret.slice(0, -1)}x`)])
            check.holds("the signature", other !== signature, { expected: "another one", actual: signature });
        }
      });
      await context.positive("a test event repeats what the owner sends along", async (check) => {
        await context.world.needs("webhooks.test_subscription");
        const note = context.world.uniqueWord();
        const answer = await desk.test(subscription, { note });
        check.resource(answer, 200, "webhook_deliveries");
        check.equal("status of the delivery", {
          expected: "delivered",
          actual: answer.at("data.attributes.status"),
          answer,
        });
        const delivered = receiver.at(path).find((one) => one.raw.toString("utf8").includes(note));
        check.equal("X-Servicialo-Signature", {
          expected: delivered === undefined ? "a delivery" : signatureOf(delivered.raw, secret),
          actual: delivered?.headers["x-servicialo-signature"],
          answer,
        });
        check.equal("X-Servicialo-Delivery-Id", {
          expected: answer.at("data.id"),
          actual: delivered?.headers["x-servicialo-delivery-id"],
          answer,
        });
      });
    });
  },
});
