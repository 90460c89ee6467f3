import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { Clinic, succeeded } from "../testing/clinic.ts";
import { openReceiver, type Receiver } from "../testing/receiver.ts";
import { expectRefusal } from "../testing/refusal.ts";
import { storedRows } from "../testing/stored-rows.ts";

const MINUTE = 60;

let clinic: Clinic;
let receiver: Receiver;
beforeAll(async () => {
  clinic = await Clinic.open({ allowPrivateWebhooks: true });
});
afterAll(() => clinic.close());
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(async () => {
  for (const { id } of await list())
    await clinic.call("organization", "webhooks.delete_subscription", { subscription_id: id });
  await receiver.close();
});

async function subscribe(...events: string[]): Promise<{ id: string; secret: string }> {
  const input = { url: receiver.url, subscribed_events: events };
  return succeeded(await clinic.call("organization", "webhooks.create_subscription", input)).body.data.attributes;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
async function list(): Promise<any[]> {
  const { body } = succeeded(await clinic.call("organization", "webhooks.list_subscriptions", { per_page: 100 }));
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
  return body.data.map((one: any) => one.attributes).filter((one: any) => one.deactivated_reason !== "deleted");
}

/** Moves time by so many seconds; answers once everything that is due was sent. */
const pass = async (seconds: number) =>
  succeeded(await clinic.call("organization", "sandbox.set_clock", { advance_seconds: seconds }));

const subscription = async (id: string) => (await list()).find((one) => one.id === id);
const deliveryOf = async (index: number) => {
  const delivery_id = receiver.received.at(index)?.headers["x-servicialo-delivery-id"];
  return succeeded(await clinic.call("organization", "webhooks.get_delivery", { delivery_id })).body.data.attributes;
};
const test = async (id: string) =>
  succeeded(await clinic.call("organization", "webhooks.test_subscription", { subscription_id: id })).body.data
    .attributes;

describe("a subscription", () => {
  it("shows its secret at creation and rotation, and never again, and stores it sealed (SVC-HOOK-002)", async () => {
    const { id, secret } = await subscribe("booking.created");
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(await subscription(id)).not.toHaveProperty("secret");
    expect(JSON.stringify(await storedRows(clinic.demo))).not.toContain(secret);
    const rotate = () => clinic.call("organization", "webhooks.rotate_secret", { subscription_id: id });
    const rotated = succeeded(await rotate()).body.data.attributes.secret;
    expect(rotated).toMatch(/^[0-9a-f]{64}$/);
    expect(rotated).not.toBe(secret);
    const refused = await rotate();
    expectRefusal(refused, "RATE_LIMITED");
    expect(refused.headers.get("retry-after")).toBe("60");
    await pass(MINUTE);
    succeeded(await rotate());
  });

  it("is made once for the same address and events, in whatever order", async () => {
    const { id } = await subscribe("booking.created", "booking.cancelled");
    const again = await clinic.call("organization", "webhooks.create_subscription", {
      url: receiver.url,
      subscribed_events: ["booking.cancelled", "booking.created"],
    });
    expectRefusal(again, "CONFLICT");
    expect(again.errors[0]?.meta).toMatchObject({ existing_id: id });
    await clinic.call("organization", "webhooks.delete_subscription", { subscription_id: id });
    await subscribe("booking.created", "booking.cancelled");
  });

  it("is the organization's: its clients and providers have none, and another owner's is not found", async () => {
    const { id } = await subscribe("booking.created");
    for (const party of ["client", "provider"] as const) {
      expectRefusal(await clinic.call(party, "webhooks.list_subscriptions"), "FORBIDDEN");
    }
    const address = { subscription_id: id };
    expectRefusal(await clinic.call("foreign_organization", "webhooks.rotate_secret", address), "NOT_FOUND");
    expectRefusal(await clinic.call("foreign_organization", "webhooks.test_subscription", address), "NOT_FOUND");
    const { body } = succeeded(await clinic.call("foreign_organization", "webhooks.list_subscriptions"));
    expect(body.data).toEqual([]);
  });

  it("ends for good when it is deleted, as often as one likes", async () => {
    const { id } = await subscribe("booking.created");
    const address = { subscription_id: id };
    for (const _time of [1, 2]) {
      const { body } = succeeded(await clinic.call("organization", "webhooks.delete_subscription", address));
      expect(body.data.attributes).toMatchObject({ active: false, deactivated_reason: "deleted" });
    }
    expectRefusal(await clinic.call("organization", "webhooks.reactivate_subscription", address), "NOT_FOUND");
    expectRefusal(await clinic.call("organization", "webhooks.rotate_secret", address), "NOT_FOUND");
  });
});

describe("a node that is not under development", () => {
  it.each(["http://localhost:8080/x", "http://127.0.0.1/x", "https://10.0.0.7/x", "https://169.254.169.254/x"])(
    "takes no subscription to %s",
    async (url) => {
      const strict = await Clinic.open();
      try {
        const answer = await strict.call("organization", "webhooks.create_subscription", {
          url,
          subscribed_events: ["booking.created"],
        });
        expectRefusal(answer, { code: "VALIDATION_ERROR", pointer: "/data/attributes/url" });
      } finally {
        await strict.close();
      }
    },
  );
});

describe("a delivery", () => {
  it("holds event, event_id, emitted_at and data, signed in both ways over what was sent (SVC-HOOK-001)", async () => {
    const { secret } = await subscribe("booking.created");
    const id = await clinic.sessionIn("requested");
    await pass(1);
    const [received] = receiver.received;
    if (!received) throw new Error("Nothing came.");
    const { headers, body } = received;
    const event = JSON.parse(body);
    expect(event).toMatchObject({
      event: "booking.created",
      event_id: expect.stringMatching(/^evt_[0-9a-f-]{36}$/),
      data: { session_id: id, service_id: clinic.id("Physiotherapy session"), provider_id: clinic.id("Camila Rojas") },
    });
    expect(Object.keys(event)).toEqual(["event", "event_id", "emitted_at", "data"]);
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "x-servicialo-event-id": event.event_id,
      "x-servicialo-event-type": "booking.created",
      "x-servicialo-timestamp": event.emitted_at,
      "x-servicialo-signature": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
    });
    vi.useFakeTimers({ now: clinic.demo.clock.now(), toFake: ["Date"] });
    try {
      const verifier = new Webhook(secret, { format: "raw" });
      const told = headers as Record<string, string>;
      expect(verifier.verify(body, told)).toEqual(event);
      expect(() => verifier.verify(body.replace("booking", "looking"), told)).toThrow();
      expect(() => new Webhook("0".repeat(64), { format: "raw" }).verify(body, told)).toThrow();
    } finally {
      vi.useRealTimers();
    }
  });

  it("carries ids, and neither names nor words of people nor evidence (SVC-HOOK-005)", async () => {
    await subscribe(
      "service.state_changed",
      "service.exception",
      "evidence.submitted",
      "dispute.opened",
      "booking.cancelled",
    );
    const id = await clinic.sessionIn("charged");
    succeeded(await clinic.transition("client", id, { to_state: "disputed", reason: "the massage was too short" }));
    await pass(1);
    const bodies = receiver.received.map(({ body }) => body).join("\n");
    expect(receiver.received.map(({ headers }) => headers["x-servicialo-event-type"])).toEqual(
      expect.arrayContaining(["evidence.submitted", "dispute.opened", "service.exception", "service.state_changed"]),
    );
    for (const word of ["María", "correo", "records.clinica", "latitude", "massage", "Camila"])
      expect(bodies).not.toContain(word);
  });

  it("is made of the events wanted, with the members that the filters name", async () => {
    const provider_id = clinic.id("Diego Fuentes");
    succeeded(
      await clinic.call("organization", "webhooks.create_subscription", {
        url: receiver.url,
        subscribed_events: ["booking.created"],
        filters: { provider_id },
      }),
    );
    succeeded(await clinic.book());
    succeeded(await clinic.book({ provider: "Diego Fuentes", client: "Pedro", startsAt: "2026-03-20T10:00:00-03:00" }));
    await pass(1);
    expect(receiver.received.map(({ body }) => JSON.parse(body).data.provider_id)).toEqual([provider_id]);
  });

  it("is tried after 1, 5 and 30 minutes with the same ids, then abandoned (SVC-HOOK-003)", async () => {
    const { id } = await subscribe("booking.created");
    receiver.answer = { status: 503, body: "later" };
    succeeded(await clinic.book());
    await pass(1);
    for (const [wait, made] of [
      [MINUTE, 2],
      [5 * MINUTE, 3],
      [30 * MINUTE, 4],
    ] as const) {
      expect(await deliveryOf(0)).toMatchObject({ status: "pending", response_status: 503, response_body: "later" });
      await pass(wait - 1);
      expect(receiver.received).toHaveLength(made - 1);
      await pass(1);
      expect(receiver.received).toHaveLength(made);
    }
    expect(await deliveryOf(0)).toMatchObject({ status: "abandoned", attempts: 4, next_retry_at: null });
    const sent = new Set(
      receiver.received.map(({ headers, body }) => `${headers["x-servicialo-delivery-id"]} ${body}`),
    );
    expect(sent.size).toBe(1);
    await pass(86_400);
    expect(receiver.received).toHaveLength(4);
    expect(await subscription(id)).toMatchObject({ active: true, consecutive_failures: 1 });
  });

  it("is not tried again after a redirect or a 4xx", async () => {
    const { id } = await subscribe("booking.created");
    for (const status of [301, 400, 404, 429]) {
      receiver.answer = { status };
      expect(await test(id)).toMatchObject({ status: "failed", attempts: 1, response_status: status });
    }
    await pass(86_400);
    expect(receiver.received).toHaveLength(4);
    expect(await subscription(id)).toMatchObject({ active: true, consecutive_failures: 0 });
  });

  it("turns its subscription off by 410, and nothing is sent to it any more", async () => {
    const { id } = await subscribe("booking.created", "booking.cancelled");
    receiver.answer = { status: 503 };
    succeeded(await clinic.book());
    await pass(1);
    receiver.answer = { status: 410 };
    expect(await test(id)).toMatchObject({ status: "abandoned" });
    expect(await subscription(id)).toMatchObject({ active: false, deactivated_reason: "subscriber_gone_410" });
    const { length } = receiver.received;
    succeeded(await clinic.book());
    await pass(3600);
    expect(receiver.received).toHaveLength(length);
    expectRefusal(await clinic.call("organization", "webhooks.test_subscription", { subscription_id: id }), "CONFLICT");
  });

  it("turns its subscription off when three in a row were abandoned, until the owner turns it on again", async () => {
    const { id } = await subscribe("booking.created");
    receiver.answer = { status: 200, hangUp: true };
    for (const failures of [1, 2]) {
      succeeded(await clinic.book());
      for (const wait of [1, MINUTE, 5 * MINUTE, 30 * MINUTE]) await pass(wait);
      expect(await subscription(id)).toMatchObject({ active: true, consecutive_failures: failures });
    }
    succeeded(await clinic.book());
    for (const wait of [1, MINUTE, 5 * MINUTE, 30 * MINUTE]) await pass(wait);
    expect(await subscription(id)).toMatchObject({
      active: false,
      deactivated_reason: "delivery_failures",
      deactivated_at: clinic.now,
    });
    receiver.answer = { status: 204 };
    const on = await clinic.call("organization", "webhooks.reactivate_subscription", { subscription_id: id });
    expect(succeeded(on).body.data.attributes).toMatchObject({ active: true, consecutive_failures: 0 });
    expect(await test(id)).toMatchObject({ status: "delivered", delivered_at: clinic.now });
  });

  it("is told of by a test, which repeats what the owner sent along", async () => {
    const { id } = await subscribe("booking.created");
    receiver.answer = { status: 200, body: "thanks" };
    const answer = await clinic.call("organization", "webhooks.test_subscription", {
      subscription_id: id,
      payload: { note: "hello" },
    });
    expect(succeeded(answer).body.data.attributes).toMatchObject({
      event_type: "webhook.test",
      status: "delivered",
      attempts: 1,
      response_status: 200,
      response_body: "thanks",
    });
    expect(JSON.parse(receiver.received[0]?.body ?? "")).toMatchObject({
      event: "webhook.test",
      data: { test: true, payload: { note: "hello" } },
    });
    expect(await subscription(id)).toMatchObject({ last_successful_delivery_at: clinic.now });
  });

  it("follows the change of the events wanted", async () => {
    const { id } = await subscribe("booking.created");
    const input = { subscription_id: id, subscribed_events: ["booking.cancelled"] };
    succeeded(await clinic.call("organization", "webhooks.update_subscription", input));
    const booked = await clinic.sessionIn("requested");
    succeeded(await clinic.call("organization", "scheduling.cancel", { session_id: booked }));
    await pass(1);
    expect(receiver.received.map(({ headers }) => headers["x-servicialo-event-type"])).toEqual(["booking.cancelled"]);
  });
});
