import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { type OwnedSubscription, WebhookDesk } from "../../webhook-desk.ts";

/** Waits between the attempts, in seconds (channels 5). */
const WAITS = [60, 300, 1_800];
const MARGIN = 20;
const LONG = 7_200;
const DEACTIVATED_AFTER = 3;

export default defineCase({
  requirement: "SVC-HOOK-003",
  title: "a failed delivery is tried again after 1, 5 and 30 minutes, and no longer than that",
  phase: "clock",
  async run(context) {
    await WebhookDesk.use(context, async (desk) => {
      await context.world.needs("webhooks.test_subscription", "webhooks.list_subscriptions");
      await context.world.advanceClock(1);
      await retries(context, desk);
      await answeredWith(context, desk, 404);
      await gone(context, desk);
      await givenUp(context, desk);
    });
  },
});

/** Sends one event to a subscriber who answers with a status. */
async function failing(context: CaseContext, desk: WebhookDesk, status: number) {
  const receiver = await desk.receiver();
  const subscription = await desk.subscribe("mandate.expiring");
  receiver.answer(subscription.path, status);
  const send = async () => {
    const answer = await desk.test(subscription, { note: context.world.uniqueWord() });
    return { answer, id: pickText(answer.body, "data.id") ?? "" };
  };
  const attempts = () => receiver.at(subscription.path).length;
  return { receiver, subscription, send, attempts };
}

async function retries(context: CaseContext, desk: WebhookDesk): Promise<void> {
  const { receiver, subscription, send, attempts } = await failing(context, desk, 500);
  const first = await context.positive("a delivery that is answered with 500 is tried at once", async (check) => {
    const { answer, id } = await send();
    check.resource(answer, 200, "webhook_deliveries");
    check.equal("attempts", { expected: 1, actual: attempts(), answer });
    check.equal("status", { expected: "pending", actual: answer.at("data.attributes.status"), answer });
    return id;
  });
  for (const [index, wait] of WAITS.entries()) {
    await context.positive(`again after ${wait / 60} min, and not before`, async (check) => {
      if (!first.passed) check.notVerified("the first attempt was not seen");
      const before = attempts();
      await context.world.advanceClock(wait - MARGIN);
      check.equal("attempts shortly before", { expected: before, actual: attempts() });
      await context.world.advanceClock(2 * MARGIN);
      const came = await receiver.until(subscription.path, (seen) => seen.length > before);
      // "At most 3 attempts" leaves the third wait unused; the waits as listed make a fourth one. Both are lawful.
      if (index === WAITS.length - 1)
        check.holds("attempts at the end", attempts() <= before + 1, {
          expected: `at most ${before + 1}`,
          actual: attempts(),
        });
      else check.equal("attempts", { expected: before + 1, actual: came ? attempts() : before });
    });
  }
  await context.positive("then it is given up", async (check) => {
    const before = attempts();
    await context.world.advanceClock(LONG);
    check.equal("attempts much later", { expected: before, actual: attempts() });
    const bodies = new Set(receiver.at(subscription.path).map((one) => one.raw.toString("utf8")));
    const ids = new Set(receiver.at(subscription.path).map((one) => one.headers["x-servicialo-event-id"]));
    check.equal("bodies and event ids of all attempts", { expected: [1, 1], actual: [bodies.size, ids.size] });
    if (await context.world.declares("webhooks.get_delivery")) {
      const answer = await desk.delivery(need(first.value));
      check.equal("status", { expected: "abandoned", actual: answer.at("data.attributes.status"), answer });
    }
    await expectActive(check, desk, subscription, true);
  });
}

async function answeredWith(context: CaseContext, desk: WebhookDesk, status: number): Promise<void> {
  const { send, attempts, subscription } = await failing(context, desk, status);
  await context.positive(`answered with ${status} it is not tried again`, async (check) => {
    const { answer } = await send();
    check.equal("status", { expected: "failed", actual: answer.at("data.attributes.status"), answer });
    await context.world.advanceClock(LONG);
    check.equal("attempts", { expected: 1, actual: attempts() });
    await expectActive(check, desk, subscription, true);
  });
}

async function gone(context: CaseContext, desk: WebhookDesk): Promise<void> {
  const { send, attempts, subscription } = await failing(context, desk, 410);
  const control = await context.positive("answered with 410 the subscription is turned off", async (check) => {
    const { answer } = await send();
    check.equal("status", { expected: "abandoned", actual: answer.at("data.attributes.status"), answer });
    await expectActive(check, desk, subscription, false, "subscriber_gone_410");
  });
  await context.negative("after that nothing is sent", control, async (check) => {
    check.refused((await send()).answer, "CONFLICT");
    await context.world.advanceClock(LONG);
    check.equal("attempts", { expected: 1, actual: attempts() });
  });
}

async function givenUp(context: CaseContext, desk: WebhookDesk): Promise<void> {
  const { receiver, send, attempts, subscription } = await failing(context, desk, 503);
  const pass = async () => {
    for (const wait of WAITS) await context.world.advanceClock(wait + MARGIN);
    await context.world.advanceClock(LONG);
  };
  const control = await context.positive("two deliveries given up leave it active", async (check) => {
    for (let count = 1; count < DEACTIVATED_AFTER; count += 1)
      check.resource((await send()).answer, 200, "webhook_deliveries");
    await pass();
    await expectActive(check, desk, subscription, true);
  });
  await context.positive("a third one turns it off", async (check) => {
    if (!control.passed) check.notVerified("the first two were not judged");
    check.resource((await send()).answer, 200, "webhook_deliveries");
    await pass();
    await expectActive(check, desk, subscription, false, "delivery_failures");
  });
  await context.negative("after that nothing is sent", control, async (check) => {
    const before = attempts();
    check.refused((await send()).answer, "CONFLICT");
    await context.world.advanceClock(LONG);
    check.equal("attempts", { expected: before, actual: attempts() });
  });
  await context.positive("the owner turns it on again", async (check) => {
    await context.world.needs("webhooks.reactivate_subscription");
    const path = { subscription_id: subscription.id };
    check.resource(await context.node.call("webhooks.reactivate_subscription", { path }), 200, "webhook_subscriptions");
    receiver.answer(subscription.path, 200);
    const { answer } = await send();
    check.equal("status", { expected: "delivered", actual: answer.at("data.attributes.status"), answer });
    await expectActive(check, desk, subscription, true);
  });
}

async function expectActive(
  check: Check,
  desk: WebhookDesk,
  { id }: OwnedSubscription,
  ...[active, reason]: readonly [boolean, string?]
): Promise<void> {
  const listed = await desk.listed(id);
  check.equal("active", { expected: active, actual: listed?.active });
  if (reason !== undefined) check.equal("deactivated_reason", { expected: reason, actual: listed?.deactivated_reason });
}
