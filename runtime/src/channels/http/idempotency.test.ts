import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLINICAL_RECORD, Clinic, PLACE, succeeded } from "../../testing/clinic.ts";
import type { TestAnswer } from "../../testing/party-client.ts";
import { expectRefusal } from "../../testing/refusal.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const key = (name: string) => ({ "idempotency-key": name });

function booking(startsAt: string) {
  return {
    service_id: clinic.id("Physiotherapy session"),
    provider_id: clinic.id("Camila Rojas"),
    client_id: clinic.id("María"),
    starts_at: startsAt,
  };
}

async function sessionsAt(startsAt: string): Promise<number> {
  const rows = await clinic.demo.node.services.database.read(({ db }) =>
    db.selectFrom("sessions").select("id").where("startsAt", "=", Date.parse(startsAt)).execute(),
  );
  return rows.length;
}

describe("a POST repeated with its Idempotency-Key", () => {
  it("gets the first answer byte for byte, and has its effect once", async () => {
    const request = booking(clinic.nextSlot());
    const first = await clinic.call("organization", "scheduling.book", request, key("book-1"));
    const second = await clinic.call("organization", "scheduling.book", request, key("book-1"));
    expect([first.status, second.status, second.text]).toEqual([201, 201, first.text]);
    expect(second.headers.get("content-type")).toBe(first.headers.get("content-type"));
    expect(await sessionsAt(request.starts_at)).toBe(1);
  });

  it("gets the first answer though the world has moved on", async () => {
    const id = await clinic.sessionIn("requested");
    const first = await clinic.call("client", "scheduling.confirm", { session_id: id }, key("confirm-1"));
    succeeded(await clinic.call("provider", "delivery.checkin", { session_id: id }));
    const replay = await clinic.call("client", "scheduling.confirm", { session_id: id }, key("confirm-1"));
    expect([replay.status, replay.text]).toEqual([200, first.text]);
  });

  it("is refused with 422 IDEMPOTENCY_KEY_REUSED when it is another request", async () => {
    const request = booking(clinic.nextSlot());
    succeeded(await clinic.call("organization", "scheduling.book", request, key("book-2")));
    const other = booking(clinic.nextSlot());
    expectRefusal(await clinic.call("organization", "scheduling.book", other, key("book-2")), "IDEMPOTENCY_KEY_REUSED");
    expect(await sessionsAt(other.starts_at)).toBe(0);
    const again = await clinic.call("organization", "scheduling.book", request, key("book-2"));
    expect(again.status).toBe(201);
  });

  it("counts by subject, method and path: others may use the same key", async () => {
    const [one, two] = [await clinic.sessionIn("requested"), await clinic.sessionIn("requested")];
    for (const id of [one, two]) {
      const answer = await clinic.call("client", "scheduling.confirm", { session_id: id }, key("shared"));
      expect(answer.body.data.id).toBe(id);
    }
    const byOthers = await clinic.call("provider", "scheduling.confirm", { session_id: one }, key("shared"));
    expectRefusal(byOthers, "INVALID_TRANSITION");
  });

  it("takes effect once when twenty twins arrive together", async () => {
    const request = booking(clinic.nextSlot());
    const twins = await Promise.all(
      Array.from({ length: 20 }, () => clinic.call("organization", "scheduling.book", request, key("twins"))),
    );
    const created = twins.filter((answer) => answer.status === 201);
    expect(created.length).toBeGreaterThan(0);
    expect(new Set(created.map((answer) => answer.text)).size).toBe(1);
    for (const answer of twins.filter((twin) => twin.status !== 201)) {
      expectRefusal(answer, "IDEMPOTENCY_IN_PROGRESS");
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    expect(await sessionsAt(request.starts_at)).toBe(1);
  });

  it("takes effect anew after 24 hours", async () => {
    const id = await clinic.sessionIn("charged");
    const { body } = await clinic.call("organization", "payments.get_status", { client_id: clinic.id("María") });
    const sale = body.data.attributes.sales.find((one: { session_ids: string[] }) => one.session_ids.includes(id));
    const pay = () =>
      clinic.call(
        "organization",
        "payments.record_payment",
        { sale_id: sale.id, amount: 1000, method: "cash" },
        key("pay"),
      );
    const first = succeeded(await pay());
    clinic.demo.clock.advance(24 * 3_600_000 - 1000);
    expect((await pay()).text).toBe(first.text);
    clinic.demo.clock.advance(1000);
    expect(succeeded(await pay()).body.data.id).not.toBe(first.body.data.id);
    const { body: status } = await clinic.call("organization", "payments.get_status", { sale_id: sale.id });
    expect(status.data.attributes.paid).toEqual({ value: 2000, currency: "CLP" });
  });
});

describe("a refusal", () => {
  it("by a missing entity, the state or a conflict is kept and replayed", async () => {
    const taken = clinic.nextSlot();
    succeeded(await clinic.book({ startsAt: taken }));
    const delivered = await clinic.sessionIn("delivered");
    const refused: readonly (() => Promise<TestAnswer>)[] = [
      () => clinic.call("organization", "scheduling.book", booking(taken), key("kept-409")),
      () => clinic.call("organization", "scheduling.confirm", { session_id: "ses_unknown" }, key("kept-404")),
      () =>
        clinic.call("provider", "documentation.create", { session_id: delivered, content: "done" }, key("kept-422")),
    ];
    const first = await Promise.all(refused.map((call) => call()));
    expect(first.map((answer) => answer.status)).toEqual([409, 404, 422]);
    succeeded(await clinic.call("provider", "delivery.record_evidence", { session_id: delivered, ...CLINICAL_RECORD }));
    for (const [index, call] of refused.entries()) expect((await call()).text).toBe(first[index]?.text);
    succeeded(
      await clinic.call(
        "provider",
        "documentation.create",
        { session_id: delivered, content: "done" },
        key("a-new-key"),
      ),
    );
  });

  it("by the schema, or for want of an actor, leaves the key free", async () => {
    const request = booking(clinic.nextSlot());
    const organization = clinic.demo.as("organization");
    const send = (attributes: object) =>
      organization.send("POST", "/servicialo/v1/sessions", {
        body: JSON.stringify({ data: { type: "sessions", attributes } }),
        headers: { "content-type": "application/vnd.api+json", ...key("mended") },
      });
    expectRefusal(await send({ ...request, starts_at: "tomorrow" }), "VALIDATION_ERROR");
    expectRefusal(await send(request), { code: "VALIDATION_ERROR", pointer: "/data/attributes/actor" });
    expect((await send({ ...request, actor: organization.actor })).status).toBe(201);
  });

  it("for want of authority leaves the key free", async () => {
    const id = await clinic.sessionIn("confirmed");
    const checkIn = () =>
      clinic.call("second_provider", "delivery.checkin", { session_id: id, location: PLACE }, key("not-yet-mine"));
    expectRefusal(await checkIn(), "FORBIDDEN");
    const absence = { to_state: "reassigning", reason: "ill", no_show_type: "provider" };
    succeeded(await clinic.transition("provider", id, absence));
    succeeded(
      await clinic.transition("organization", id, {
        to_state: "scheduled",
        provider_id: clinic.id("Diego Fuentes"),
        starts_at: "2026-03-23T09:00:00-03:00",
      }),
    );
    succeeded(await clinic.call("client", "scheduling.confirm", { session_id: id }));
    expect((await checkIn()).status).toBe(200);
  });
});

describe("Idempotency-Key", () => {
  it.each(["", "two words", "x".repeat(256)])("%j is answered 400 MALFORMED_REQUEST", async (name) => {
    const request = booking(clinic.nextSlot());
    expectRefusal(await clinic.call("organization", "scheduling.book", request, key(name)), "MALFORMED_REQUEST");
  });

  it("of 255 visible characters is taken", async () => {
    const answer = await clinic.call(
      "organization",
      "scheduling.book",
      booking(clinic.nextSlot()),
      key("~".repeat(255)),
    );
    expect(answer.status).toBe(201);
  });

  it("is ignored on a GET", async () => {
    succeeded(
      await clinic.call(
        "organization",
        "service.get",
        { service_id: clinic.id("Physiotherapy session") },
        key("two words"),
      ),
    );
  });

  it("does not fill the store: what is older than 24 hours goes", async () => {
    clinic.demo.clock.advance(25 * 3_600_000);
    succeeded(await clinic.call("organization", "scheduling.book", booking(clinic.nextSlot()), key("the-only-one")));
    const kept = await clinic.demo.node.services.database.read(({ db }) =>
      db.selectFrom("idempotency_records").select("key").execute(),
    );
    expect(kept).toEqual([{ key: "the-only-one" }]);
  });
});
