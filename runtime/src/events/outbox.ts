import type { Work } from "../lifecycle/author.ts";
import type { NodeServices } from "../pipeline/execute.ts";
import { sendHeartbeat } from "../resolver/send-heartbeat.ts";
import type { Tx } from "../storage/open-database.ts";
import type { NoticeRow, ResolverLinkRow, WebhookDeliveryRow, WebhookSubscriptionRow } from "../storage/rows.ts";
import { EventPoster } from "../webhooks/post-event.ts";
import { settleDelivery } from "../webhooks/settle-delivery.ts";
import { signedHeaders } from "../webhooks/sign.ts";

/** A party that has to be told of something: ids and a word, no personal data. */
export interface Notice {
  readonly id: string;
  readonly organizationId: string;
  readonly sessionId: string;
  readonly occasion: string;
  readonly recipient: { readonly type: NoticeRow["recipientType"]; readonly id: string };
}

/** How this node reaches people; the protocol leaves the channel to it (lifecycle 6). Called again when it throws. */
export type NoticeSender = (notice: Notice) => Promise<void>;

/** Something that was sent. */
export interface Sent {
  readonly kind: "webhook_delivery" | "notice" | "heartbeat";
  readonly subjectId: string;
  /** When it was due, epoch milliseconds. */
  readonly dueAt: number;
}

type Queue = "webhook_deliveries" | "notices" | "resolver_links";

/** What is taken at once; whatever is left is taken next time. */
const BATCH = 50;

/** Longer than an attempt takes: what a process took that died is taken by another one then. Milliseconds. */
const CLAIM_MS = 60_000;

/** A notice that nobody takes is given up after so many tries; the pauses between them double. */
const MOST_TRIES = 10;
const FIRST_PAUSE_MS = 60_000;

/**
 * Sends what transactions have put in line: webhooks to subscribers, notices to the node's sender, signs of life to
 * resolvers. The database is asked
 * before and told after, and never waits for a network. At least once: a process that dies in between leaves its work to
 * the next. Several processes share the lines.
 */
export class Outbox {
  readonly #services: NodeServices;
  readonly #poster: EventPoster;
  readonly #stop = new AbortController();
  readonly #running = new Map<string, Promise<void>>();
  #sendNotice: NoticeSender | undefined;

  constructor(services: NodeServices) {
    this.#services = services;
    this.#poster = new EventPoster({ allowPrivate: services.config.allowPrivateWebhooks });
  }

  /** Says how people are reached; until then notices wait in their line. */
  sendNoticesBy(sender: NoticeSender): void {
    this.#sendNotice = sender;
  }

  /** Takes what is due and begins to send it; answers what it took without waiting for it to arrive. */
  async launch(): Promise<Sent[]> {
    if (this.#stop.signal.aborted) return [];
    const { database } = this.#services;
    const isDue = await database.read(async (tx) => {
      const lines = ["webhook_deliveries", "notices", "resolver_links"] as const;
      const [delivery, notice, heartbeat] = await Promise.all(lines.map((line) => this.#isDue(tx, line)));
      return { delivery, notice, heartbeat };
    });
    return [
      ...(isDue.delivery ? await this.#launchDeliveries() : []),
      ...(isDue.notice && this.#sendNotice ? await this.#launchNotices(this.#sendNotice) : []),
      ...(isDue.heartbeat ? await this.#launchHeartbeats() : []),
    ];
  }

  /** Sends until nothing is due any more, and waits for all of it; answers what was sent. */
  async drain(): Promise<Sent[]> {
    const sent: Sent[] = [];
    for (;;) {
      const launched = await this.launch();
      sent.push(...launched);
      await Promise.all(this.#running.values());
      if (launched.length === 0) return sent;
    }
  }

  /** Tries one delivery now, which the caller has claimed, and waits for the outcome. */
  async deliver(id: string): Promise<void> {
    const { database } = this.#services;
    const found = await database.read(async ({ db }) => {
      const delivery = await db
        .selectFrom("webhook_deliveries")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      const subscription = await db
        .selectFrom("webhook_subscriptions")
        .selectAll()
        .where("id", "=", delivery.subscriptionId)
        .executeTakeFirstOrThrow();
      return { delivery, subscription };
    });
    await this.#attempt(found.delivery, found.subscription);
  }

  /** Breaks off what is under way; it is sent anew by whoever runs next. */
  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#running.values());
    await this.#poster.close();
  }

  async #launchDeliveries(): Promise<Sent[]> {
    const { database } = this.#services;
    const taken = await database.transaction(async (tx) => {
      const deliveries = await this.#take(tx, "webhook_deliveries");
      const ids = [...new Set(deliveries.map((delivery) => delivery.subscriptionId))];
      const subscriptions =
        ids.length === 0
          ? []
          : await tx.db.selectFrom("webhook_subscriptions").selectAll().where("id", "in", ids).execute();
      return { deliveries, subscriptions: new Map(subscriptions.map((row) => [row.id, row])) };
    });
    for (const delivery of taken.deliveries) {
      const subscription = taken.subscriptions.get(delivery.subscriptionId);
      if (subscription) this.#run(delivery.id, () => this.#attempt(delivery, subscription));
    }
    return taken.deliveries.map((row) => ({
      kind: "webhook_delivery",
      subjectId: row.id,
      dueAt: row.nextAttemptAt ?? row.createdAt,
    }));
  }

  async #launchNotices(sender: NoticeSender): Promise<Sent[]> {
    const taken = await this.#services.database.transaction((tx) => this.#take(tx, "notices"));
    for (const notice of taken) this.#run(notice.id, () => this.#hand(notice, sender));
    return taken.map((row) => ({ kind: "notice", subjectId: row.id, dueAt: row.nextAttemptAt ?? row.createdAt }));
  }

  async #launchHeartbeats(): Promise<Sent[]> {
    const taken = await this.#services.database.transaction((tx) => this.#take(tx, "resolver_links"));
    for (const link of taken) this.#run(link.id, () => sendHeartbeat(this.#services, link, this.#stop.signal));
    return taken.map((row) => ({ kind: "heartbeat", subjectId: row.id, dueAt: row.nextAttemptAt ?? row.createdAt }));
  }

  #run(id: string, work: () => Promise<void>): void {
    // What fails here keeps its claim, and is taken again when that has run out.
    const running = work()
      .catch(() => undefined)
      .finally(() => this.#running.delete(id));
    this.#running.set(id, running);
  }

  async #attempt(delivery: WebhookDeliveryRow, subscription: WebhookSubscriptionRow): Promise<void> {
    const { database, clock, vault } = this.#services;
    const secret = vault.openText(subscription.id, subscription.sealedSecret);
    const headers = signedHeaders(delivery, secret, clock.now());
    const answer = await this.#poster.post(subscription.url, headers, delivery.body, this.#stop.signal);
    if (this.#stop.signal.aborted && answer.status === null) return;
    await database.transaction((tx) => settleDelivery({ tx, clock }, delivery, answer));
    this.#services.metrics?.webhookTried(answer.status !== null && answer.status < 300);
  }

  async #hand(notice: NoticeRow, sender: NoticeSender): Promise<void> {
    const { database, clock } = this.#services;
    const { id, organizationId, sessionId, occasion, recipientType, recipientId } = notice;
    const handed = sender({
      id,
      organizationId,
      sessionId,
      occasion,
      recipient: { type: recipientType, id: recipientId },
    });
    const arrived = await handed.then(
      () => true,
      () => false,
    );
    const attempts = notice.attempts + 1;
    const now = clock.now();
    const retryAt = attempts < MOST_TRIES ? now + FIRST_PAUSE_MS * 2 ** (attempts - 1) : null;
    await database.transaction(({ db }) =>
      db
        .updateTable("notices")
        .set({ attempts, claimedUntil: null, sentAt: arrived ? now : null, nextAttemptAt: arrived ? null : retryAt })
        .where("id", "=", id)
        .execute(),
    );
  }

  async #isDue(tx: Tx, queue: Queue): Promise<boolean> {
    const work = { tx, clock: this.#services.clock };
    return (
      (await dueIn(work, queue, [...this.#running.keys()])
        .limit(1)
        .executeTakeFirst()) !== undefined
    );
  }

  /** Claims what is due and nobody is at. */
  async #take<Name extends Queue>(tx: Tx, queue: Name): Promise<RowOf<Name>[]> {
    const work = { tx, clock: this.#services.clock };
    const due = await dueIn(work, queue, [...this.#running.keys()])
      .limit(BATCH)
      .$if(tx.dialect === "postgres", (query) => query.forUpdate().skipLocked())
      .execute();
    if (due.length === 0) return [];
    await tx.db
      .updateTable(queue as Queue)
      .set({ claimedUntil: work.clock.now() + CLAIM_MS })
      .where(
        "id",
        "in",
        due.map((row) => row.id),
      )
      .execute();
    return due as RowOf<Name>[];
  }
}

interface Rows {
  webhook_deliveries: WebhookDeliveryRow;
  notices: NoticeRow;
  resolver_links: ResolverLinkRow;
}

type RowOf<Name extends Queue> = Rows[Name];

function dueIn({ tx, clock }: Work, queue: Queue, except: readonly string[]) {
  const now = clock.now();
  return tx.db
    .selectFrom(queue)
    .selectAll()
    .where("nextAttemptAt", "<=", now)
    .where((row) => row.or([row("claimedUntil", "is", null), row("claimedUntil", "<=", now)]))
    .$if(except.length > 0, (query) => query.where("id", "not in", except))
    .orderBy("nextAttemptAt")
    .orderBy("id");
}

const outboxes = new WeakMap<NodeServices["database"], Outbox>();

/** The outbox of a node: one for each database that this process has open. */
export function outboxOf(services: NodeServices): Outbox {
  let outbox = outboxes.get(services.database);
  if (!outbox) {
    outbox = new Outbox(services);
    outboxes.set(services.database, outbox);
  }
  return outbox;
}
