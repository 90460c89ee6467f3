import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { expectInvalid } from "../../refusals.ts";
import { WebhookDesk } from "../../webhook-desk.ts";

/** Seldom, so that nothing is sent to the address while it is subscribed. */
const RARE = ["mandate.expiring"];

const REFUSED = (word: string): Readonly<Record<string, string>> => ({
  "plain http": `http://${word}.example.org/hook`,
  "plain http to an address": `http://203.0.113.7/${word}`,
  "loopback in the name only": `http://localhost.${word}.example.org/hook`,
  "another scheme": `ftp://${word}.example.org/hook`,
  "no scheme": `${word}.example.org/hook`,
});

export default defineCase({
  requirement: "SVC-HOOK-002",
  title: "a secret shows at creation and rotation only, and deliveries go over https",
  async run(context) {
    await WebhookDesk.use(context, async (desk) => {
      await context.world.needs("webhooks.list_subscriptions");
      const url = `https://${context.world.uniqueWord()}.example.org/hook`;
      const control = await context.positive("creation over https shows the secret", async (check) => {
        const answer = await desk.tryCreate({ url, subscribed_events: RARE });
        check.resource(answer, 201, "webhook_subscriptions");
        const secret = pickText(answer.body, "data.attributes.secret") ?? "";
        check.holds("secret", secret.length >= 32, {
          expected: "at least 32 characters",
          actual: `${secret.length} characters`,
          answer,
        });
        return { id: need(pickText(answer.body, "data.id"), "the subscription"), secret };
      });
      await context.positive("no list and no change shows it", async (check) => {
        const { id, secret } = need(control.value);
        const answers = [await context.node.call("webhooks.list_subscriptions", { query: { per_page: 100 } })];
        if (await context.world.declares("webhooks.update_subscription"))
          answers.push(
            await context.node.call("webhooks.update_subscription", {
              path: { subscription_id: id },
              attributes: { subscribed_events: [...RARE, "mandate.lost"] },
            }),
          );
        for (const answer of answers) {
          check.status(answer, 200);
          check.holds("the secret", !answer.text.includes(secret) && !/"secret"/.test(answer.text), {
            expected: "absent",
            actual: answer.text.includes(secret) ? "there" : "a member of that name",
            answer,
          });
        }
        check.holds("the subscription in the list", (await desk.listed(id)) !== undefined, {
          expected: id,
          actual: "not listed",
        });
      });
      await context.positive("rotation shows a new one, once", async (check) => {
        await context.world.needs("webhooks.rotate_secret");
        const { id, secret } = need(control.value);
        const answer = await context.node.call("webhooks.rotate_secret", { path: { subscription_id: id } });
        check.resource(answer, 200, "webhook_subscriptions");
        const rotated = pickText(answer.body, "data.attributes.secret") ?? "";
        check.holds("the new secret", rotated.length >= 32 && rotated !== secret, {
          expected: "another one",
          actual: rotated === secret ? "the same" : `${rotated.length} characters`,
          answer,
        });
        const list = await context.node.call("webhooks.list_subscriptions", { query: { per_page: 100 } });
        check.holds("the new secret in the list", !list.text.includes(rotated), {
          expected: "absent",
          actual: "there",
          answer: list,
        });
      });
      for (const [name, refused] of Object.entries(REFUSED(context.world.uniqueWord()))) {
        await context.negative(name, control, async (check) => {
          const answer = await desk.tryCreate({ url: refused, subscribed_events: RARE }, true);
          expectInvalid(check, answer, "url");
          const list = await context.node.call("webhooks.list_subscriptions", { query: { per_page: 100 } });
          check.holds("subscriptions to it", !list.text.includes(refused), {
            expected: "none",
            actual: "one",
            answer: list,
          });
        });
      }
    });
  },
});
