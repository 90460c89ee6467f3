import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import { need } from "./case-steps.ts";
import { pickText } from "./json-path.ts";
import { Unmet } from "./verdict.ts";
import { type Delivered, WebhookReceiver } from "./webhook-receiver.ts";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** A subscription that a case made for itself. */
export interface OwnedSubscription {
  readonly id: string;
  readonly secret: string;
  readonly path: string;
  readonly answer: Answer;
}

/** Subscriptions of one case, and the receiver that their events come to. */
export class WebhookDesk {
  readonly #context: CaseContext;
  readonly #subscriptions: string[] = [];
  #receiver: WebhookReceiver | undefined;

  constructor(context: CaseContext) {
    this.#context = context;
  }

  /**
   * Works with a desk of its own, and leaves no subscription behind.
   * @throws NotApplicable when webhooks are not declared
   */
  static async use(context: CaseContext, work: (desk: WebhookDesk) => Promise<void>): Promise<void> {
    await context.world.needs("webhooks.create_subscription", "webhooks.delete_subscription");
    const desk = new WebhookDesk(context);
    try {
      await work(desk);
    } finally {
      await desk.#clear();
    }
  }

  /** Where deliveries come to. @throws Unmet when the node runs elsewhere: our loopback is not its own */
  async receiver(): Promise<WebhookReceiver> {
    if (!LOOPBACK.has(new URL(this.#context.settings.url).hostname))
      throw new Unmet("the node runs on another machine, from where a receiver on loopback cannot be reached");
    this.#receiver ??= await WebhookReceiver.open();
    return this.#receiver;
  }

  /** Asks for a subscription, whatever the answer is. */
  async tryCreate(
    attributes: { url: string; subscribed_events: readonly string[] },
    deliberate = false,
  ): Promise<Answer> {
    const answer = await this.#context.node.call("webhooks.create_subscription", { attributes, deliberate });
    const id = pickText(answer.body, "data.id");
    if (answer.status === 201 && id !== undefined) this.#subscriptions.push(id);
    return answer;
  }

  /** Subscribes the receiver to events. @throws Unmet when the node sends nothing to loopback, or has no secret to show */
  async subscribe(...events: readonly string[]): Promise<OwnedSubscription> {
    const receiver = await this.receiver();
    const path = `/${this.#context.world.uniqueWord()}`;
    const answer = await this.tryCreate({ url: receiver.urlOf(path), subscribed_events: events });
    if (answer.status === 422)
      throw new Unmet("the node refuses loopback targets; one under certification has to allow them");
    if (answer.status !== 201) throw new Unmet(`a subscription was needed, and answered ${answer.describe()}`);
    const secret = need(pickText(answer.body, "data.attributes.secret"), "the secret of a subscription");
    return { id: need(pickText(answer.body, "data.id"), "a subscription"), secret, path, answer };
  }

  /** Sends a test event; the answer is the delivery with its outcome. */
  test(subscription: OwnedSubscription, payload: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    return this.#context.node.call("webhooks.test_subscription", {
      path: { subscription_id: subscription.id },
      attributes: { payload },
    });
  }

  /** The subscription as the list shows it, all pages read; undefined when it does not. */
  async listed(id: string): Promise<Readonly<Record<string, unknown>> | undefined> {
    for (let page = 1; ; page += 1) {
      const answer = await this.#context.node.call("webhooks.list_subscriptions", { query: { per_page: 100, page } });
      if (answer.status !== 200) throw new Unmet(`webhooks.list_subscriptions answered ${answer.describe()}`);
      const items = (answer.at("data") ?? []) as readonly { id?: string; attributes?: Record<string, unknown> }[];
      const found = items.find((item) => item.id === id);
      if (found !== undefined) return found.attributes;
      if (typeof answer.at("links.next") !== "string") return undefined;
    }
  }

  /** A delivery as the node keeps it. */
  delivery(id: string): Promise<Answer> {
    return this.#context.node.call("webhooks.get_delivery", { path: { delivery_id: id } });
  }

  /** What has arrived for a subscription. */
  async arrived(subscription: OwnedSubscription): Promise<readonly Delivered[]> {
    return (await this.receiver()).at(subscription.path);
  }

  async #clear(): Promise<void> {
    for (const id of this.#subscriptions)
      await this.#context.node.call("webhooks.delete_subscription", { path: { subscription_id: id } });
    await this.#receiver?.close();
  }
}
