import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic, succeeded } from "../testing/clinic.ts";
import type { Party } from "../testing/party-client.ts";
import { expectRefusal } from "../testing/refusal.ts";
import type { Notice } from "./outbox.ts";
import { outboxOf } from "./outbox.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const BASE = "/servicialo/v1";
const stream = (query = "", party: Party = "organization") =>
  clinic.demo.as(party).send("GET", `${BASE}/x-events${query}`);

interface StreamedEvent {
  readonly event: string;
  readonly sequence: number;
  readonly session_id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: facts of every event
  readonly data: any;
}

async function eventsOf(sessionId: string): Promise<StreamedEvent[]> {
  const { body } = succeeded(
    await clinic.demo.as("organization").send("GET", `${BASE}/sessions/${sessionId}/x-events?limit=500`),
  );
  return body.data.map((one: { attributes: StreamedEvent }) => one.attributes);
}

const noticesOf = async (sessionId: string) =>
  (await eventsOf(sessionId))
    .filter(({ event }) => event === "x-notification.requested")
    .map(({ data }) => `${data.notification.occasion} ${data.notification.recipient.type}`);

describe("the events of a session", () => {
  it("tell every transition, in the order of the records, with the aliases of bookings", async () => {
    const id = await clinic.sessionIn("verified");
    const events = await eventsOf(id);
    const { transitions } = await clinic.lifecycle(id);
    const moves = events.filter(({ event }) => event === "service.state_changed");
    expect(moves.map(({ data }) => data)).toEqual(
      transitions.map(({ from, to, at }: { from: string | null; to: string; at: string }) => ({
        session_id: id,
        organization_id: clinic.demo.as("organization").id,
        transition: { from, to, at },
      })),
    );
    expect(events.map(({ event }) => event)).toEqual([
      "service.state_changed",
      "booking.created",
      "service.state_changed",
      "service.state_changed",
      "booking.confirmed",
      "service.state_changed",
      "evidence.submitted",
      "service.state_changed",
      "evidence.submitted",
      "evidence.submitted",
      "service.state_changed",
      "service.state_changed",
      "service.state_changed",
      "service.verified",
    ]);
  });

  it("tell a dispute from its opening to its end, and the money that came in", async () => {
    const id = await clinic.sessionIn("charged");
    const { body } = await clinic.call("organization", "payments.get_status", { client_id: clinic.id("María") });
    const sale = body.data.attributes.sales.find((one: { session_ids: string[] }) => one.session_ids.includes(id));
    succeeded(
      await clinic.call("organization", "payments.record_payment", { sale_id: sale.id, amount: 1000, method: "cash" }),
    );
    succeeded(await clinic.transition("client", id, { to_state: "disputed", reason: "too short" }));
    const resolution = { method: "manual", note: "records compared" };
    succeeded(
      await clinic.transition("organization", id, { to_state: "cancelled", reason: "not delivered", resolution }),
    );
    const told = (await eventsOf(id)).map(({ event, data }) => [event, data.dispute?.status ?? data.exception?.type]);
    expect(told).toContainEqual(["dispute.opened", "open"]);
    expect(told).toContainEqual(["service.exception", "dispute"]);
    expect(told).toContainEqual(["dispute.resolved", "resolved"]);
    expect(told).not.toContainEqual(["booking.cancelled", undefined]);
    const { body: all } = succeeded(await stream("?limit=500"));
    expect(all.data.map((one: { attributes: StreamedEvent }) => one.attributes)).toContainEqual(
      expect.objectContaining({
        event: "payment.received",
        data: expect.objectContaining({
          sale_id: sale.id,
          payment: expect.objectContaining({ amount: { value: 1000, currency: "CLP" } }),
        }),
      }),
    );
  });

  it("name the parties that have to be notified, by ids (SVC-EXC-009)", async () => {
    const cancelled = await clinic.sessionIn("confirmed");
    succeeded(await clinic.call("provider", "scheduling.cancel", { session_id: cancelled }));
    expect(await noticesOf(cancelled)).toEqual(["cancelled client", "cancelled organization"]);

    const moved = await clinic.sessionIn("scheduled");
    succeeded(
      await clinic.call("client", "scheduling.reschedule", { session_id: moved, new_datetime: clinic.nextSlot() }),
    );
    expect(await noticesOf(moved)).toEqual(["rescheduled client", "rescheduled provider", "rescheduled organization"]);

    const startsAt = "2026-03-18T09:00:00-03:00";
    const reassigned = await clinic.sessionIn("reassigning", { startsAt });
    expect(await noticesOf(reassigned)).toEqual([]);
    succeeded(
      await clinic.transition("organization", reassigned, {
        to_state: "scheduled",
        provider_id: clinic.id("Diego Fuentes"),
      }),
    );
    expect(await noticesOf(reassigned)).toEqual(["provider_replaced client"]);
  });
});

describe("the events of an organization", () => {
  it("come in order and without a gap, page by page, each once, and go on from the cursor", async () => {
    const seen: number[] = [];
    let cursor = "0";
    for (;;) {
      const { body } = succeeded(await stream(`?after=${cursor}&limit=7`));
      seen.push(...body.data.map((one: { attributes: StreamedEvent }) => one.attributes.sequence));
      cursor = body.meta.next_cursor;
      if (!body.meta.has_more) break;
      expect(body.links.next).toBe(`${BASE}/x-events?after=${cursor}&limit=7`);
    }
    expect(seen).toEqual(seen.map((_, index) => index + 1));
    expect(succeeded(await stream(`?after=${cursor}`)).body).toMatchObject({ data: [], meta: { next_cursor: cursor } });
    const id = await clinic.sessionIn("requested");
    const { body } = succeeded(await stream(`?after=${cursor}`));
    expect(body.data.map((one: { attributes: StreamedEvent }) => one.attributes.session_id)).toEqual([id, id]);
  });

  it("have no gap when bookings race and some are refused", async () => {
    const { body: before } = succeeded(await stream("?limit=500"));
    const slot = clinic.nextSlot();
    const slots = [slot, slot, slot, clinic.nextSlot(), clinic.nextSlot()];
    const answers = await Promise.all(slots.map((startsAt) => clinic.book({ startsAt })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 409, 409]);
    const { body } = succeeded(await stream(`?after=${before.meta.next_cursor}&limit=500`));
    const start = Number(before.meta.next_cursor);
    expect(body.data.map((one: { attributes: StreamedEvent }) => one.attributes.sequence)).toEqual(
      [1, 2, 3, 4, 5, 6].map((step) => start + step),
    );
  });

  it("are the organization's own", async () => {
    const id = await clinic.sessionIn("requested");
    expect(succeeded(await stream("", "foreign_organization")).body.data).toEqual([]);
    expectRefusal(
      await clinic.demo.as("foreign_organization").send("GET", `${BASE}/sessions/${id}/x-events`),
      "NOT_FOUND",
    );
    expectRefusal(await stream("", "client"), "FORBIDDEN");
    expectRefusal(await clinic.demo.stranger.send("GET", `${BASE}/x-events`), "UNAUTHORIZED");
  });

  it.each(["after=-1", "after=x", "limit=0", "limit=501", "limit=1.5"])("are refused with ?%s", async (query) => {
    expectRefusal(await stream(`?${query}`), { code: "VALIDATION_ERROR", parameter: query.split("=")[0] ?? "" });
  });

  it("are read only, declared as an extension, and refused as the door refuses", async () => {
    const answer = await clinic.demo.as("organization").send("POST", `${BASE}/x-events`);
    expectRefusal(answer, "METHOD_NOT_ALLOWED");
    expect(answer.headers.get("allow")).toBe("GET");
    const headers = { "x-servicialo-version": "0.9" };
    expectRefusal(
      await clinic.demo.as("organization").send("GET", `${BASE}/x-events`, { headers }),
      "UNSUPPORTED_VERSION",
    );
    const { body } = succeeded(await clinic.demo.stranger.call("capabilities.get"));
    expect(body.data.attributes.extensions).toContain("x-events");
  });
});

describe("a notice", () => {
  it("is handed to the node's sender after the fact is stored, again until it is taken, and then no more", async () => {
    const taken: Notice[] = [];
    let refusals = 2;
    const outbox = outboxOf(clinic.demo.node.services);
    await outbox.drain();
    outbox.sendNoticesBy(async (notice) => {
      if (refusals-- > 0) throw new Error("the line is busy");
      taken.push(notice);
    });
    const id = await clinic.sessionIn("confirmed");
    succeeded(await clinic.call("provider", "scheduling.cancel", { session_id: id }));
    await outbox.drain();
    expect(taken).toEqual([]);
    clinic.demo.clock.advance(60_000);
    await outbox.drain();
    clinic.demo.clock.advance(3_600_000);
    await outbox.drain();
    const by = (one: Notice, other: Notice) => one.recipient.type.localeCompare(other.recipient.type);
    expect(taken.toSorted(by)).toMatchObject([
      { sessionId: id, occasion: "cancelled", recipient: { type: "client", id: clinic.id("María") } },
      { sessionId: id, occasion: "cancelled", recipient: { type: "organization" } },
    ]);
  });
});
