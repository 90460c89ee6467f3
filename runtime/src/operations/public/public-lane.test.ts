import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runDueDeadlines } from "../../deadlines/run-due-deadlines.ts";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import {
  bookedPublicly,
  bookPublicly,
  confirmPublicly,
  decisionsOf,
  LANE,
  publicRequest,
  setBookingRules,
  somebody,
} from "../../testing/public-lane.ts";
import { expectRefusal } from "../../testing/refusal.ts";
import { storedRows } from "../../testing/stored-rows.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const MINUTE = 60_000;
const DAY = 86_400_000;
const RULES = { public_lane: true, auto_assignment: "least_booked" } as const;

const stranger = (operation: Parameters<typeof clinic.call>[1], input: Record<string, unknown>) =>
  clinic.demo.stranger.call(operation, { ...LANE, ...input });

const client = (email: string) =>
  clinic.demo.node.services.database.read(({ db }) =>
    db.selectFrom("clients").selectAll().where("email", "=", email).execute(),
  );

/** The part of `<kind>_<prefix>_<secret>` that nobody may find again. */
const secretOf = (token: string): string => {
  const [, secret = ""] = /^[a-z]+_[0-9a-f]+_(.{43})$/.exec(token) ?? [];
  expect(secret).not.toBe("");
  return secret;
};

/** The record that the public lane left last of an operation. */
const lastDecision = async (operation: string) =>
  (await decisionsOf(clinic)).filter((decision) => decision.operation === operation).at(-1);

describe("a public booking", () => {
  it("waits for its confirmation, with both tokens and the times at which they end", async () => {
    const startsAt = clinic.nextSlot();
    const now = clinic.demo.clock.now();
    const answer = await bookPublicly(clinic, { startsAt });
    expect(answer.status).toBe(201);
    expect(answer.body.data.type).toBe("public_bookings");
    const booking = answer.body.data.attributes;
    expect(booking).toMatchObject({
      session_id: answer.body.data.id,
      state: "pending_confirmation",
      org_slug: "clinica-andes",
      service_name: "Physiotherapy session",
      modality: "in_person",
      confirmation_token: expect.stringMatching(/^pbc_/),
      booking_token: expect.stringMatching(/^pbt_/),
    });
    expect(Date.parse(booking.starts_at)).toBe(Date.parse(startsAt));
    expect(Date.parse(booking.ends_at)).toBe(Date.parse(startsAt) + 45 * MINUTE);
    expect(Date.parse(booking.confirmation_expires_at)).toBe(now + 30 * MINUTE);
    expect(Date.parse(booking.booking_token_expires_at)).toBe(now + 7 * DAY);
    const { transitions } = await clinic.lifecycle(booking.session_id);
    expect(transitions).toMatchObject([
      { from: null, to: "requested", method: "manual" },
      { from: "requested", to: "pending_confirmation", by: "system", method: "auto" },
    ]);
    expect(await clinic.session(booking.session_id)).toMatchObject({
      human_intent_confirmed: true,
      submission: { channel: "web", submitted_by_type: "human" },
      billing: { status: "pending", amount: { value: 35_000 } },
    });
  });

  it.each([
    ["requester", "/data/attributes/requester"],
    ["submission", "/data/attributes/submission"],
    ["authorization", "/data/attributes/authorization"],
  ])("is refused without %s (SVC-PUB-001)", async (member, pointer) => {
    const { [member]: _, ...incomplete } = publicRequest(clinic);
    expectRefusal(await stranger("public_bookings.create", incomplete), { code: "VALIDATION_ERROR", pointer });
    expect(await lastDecision("public_bookings.create")).toMatchObject({
      outcome: "VALIDATION_ERROR",
      sessionId: null,
    });
  });

  it.each([
    ["no way to reach the person", { requester: { full_name: "Ana Rojas" } }, "/data/attributes/requester/email"],
    ["no name", { requester: { email: "ana@correo.example" } }, "/data/attributes/requester/full_name"],
    ["a name of spaces", { requester: { ...somebody(), full_name: "  " } }, "/data/attributes/requester/full_name"],
    [
      "no human behind it",
      { authorization: { human_intent_confirmed: false } },
      "/data/attributes/authorization/human_intent_confirmed",
    ],
    [
      "an agent without a mandate",
      { submission: { channel: "chat", submitted_by_type: "agent", agent_id: "agt_1" } },
      "/data/attributes/submission/agent_id",
    ],
    ["a time gone by", { starts_at: "2026-03-02T07:00:00-03:00" }, "/data/attributes/starts_at"],
    ["an unknown offer", { service_id: "svc_unknown" }, "/data/attributes/service_id"],
    ["an unknown provider", { provider_id: "prv_unknown" }, "/data/attributes/provider_id"],
  ])("is refused with %s", async (_what, change, pointer) => {
    const answer = await stranger("public_bookings.create", { ...publicRequest(clinic), ...change });
    expectRefusal(answer, { code: "VALIDATION_ERROR", pointer });
  });

  it.each(["Physiotherapy at home", "Supervision for staff"])(
    "is refused for %s, which the catalogue does not list",
    async (offer) => {
      expectRefusal(await bookPublicly(clinic, { offer, provider: "any" }), {
        code: "VALIDATION_ERROR",
        pointer: "/data/attributes/service_id",
      });
    },
  );

  it("creates a client of that name, and knows it again by e-mail in any case, then by telephone", async () => {
    const email = "Ines.Perez@correo.example";
    const first = await bookedPublicly(clinic, { requester: { full_name: " Inés  de la Luz Pérez ", email } });
    const [created, ...others] = await client(email.toLowerCase());
    expect(others).toEqual([]);
    expect(created).toMatchObject({ name: "Inés", lastName: "de la Luz Pérez", phone: null });
    const second = await bookedPublicly(clinic, { requester: { full_name: "I. P.", email: email.toUpperCase() } });
    const byPhone = await bookedPublicly(clinic, { requester: { full_name: "Sofi", phone: "+56955556666" } });
    const sessions = await Promise.all([first, second, byPhone].map(({ session_id }) => clinic.session(session_id)));
    expect(sessions.map((session) => session.client_id)).toEqual([created?.id, created?.id, clinic.id("Sofía")]);
    expect((await client(email.toLowerCase()))[0]).toEqual(created);
  });

  it("stores a person of one name", async () => {
    await bookedPublicly(clinic, { requester: { full_name: "Pelé", email: "pele@correo.example" } });
    expect(await client("pele@correo.example")).toMatchObject([{ name: "Pelé", lastName: "-" }]);
  });

  it("is charged to the payer of a client who has one", async () => {
    const { session_id } = await bookedPublicly(clinic, {
      requester: { full_name: "Pedro Muñoz", email: "pedro.munoz@correo.example" },
    });
    expect((await clinic.session(session_id)).billing.payer).toBe(clinic.id("Isapre"));
  });

  it("holds its slot against everybody, and says nothing of who has it", async () => {
    const startsAt = clinic.nextSlot();
    await bookedPublicly(clinic, { startsAt });
    expectRefusal(await clinic.book({ startsAt }), "CONFLICT");
    const refused = await bookPublicly(clinic, { startsAt });
    expectRefusal(refused, "CONFLICT");
    expect(refused.errors[0]?.meta).not.toHaveProperty("obstacle");
    expect(await lastDecision("public_bookings.create")).toMatchObject({ outcome: "CONFLICT" });
  });

  it("leaves nothing when it is refused, not even its client", async () => {
    const requester = somebody();
    expectRefusal(await bookPublicly(clinic, { startsAt: "2026-03-14T10:00:00-03:00", requester }), "CONFLICT");
    expect(await client(requester.email)).toEqual([]);
  });

  it("succeeds exactly once for one slot, however many ask at once", async () => {
    const startsAt = clinic.nextSlot();
    const answers = await Promise.all(Array.from({ length: 20 }, () => bookPublicly(clinic, { startsAt })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
  });

  it("is answered again, tokens and all, under the same idempotency key", async () => {
    const request = publicRequest(clinic);
    const key = { "idempotency-key": "public-1" };
    const first = await clinic.demo.stranger.call("public_bookings.create", request, key);
    const again = await clinic.demo.stranger.call("public_bookings.create", request, key);
    expect(first.status).toBe(201);
    expect(again.text).toBe(first.text);
  });
});

describe("the tokens", () => {
  it("are stored as digests only, in no table and under no idempotency key in the clear", async () => {
    const { confirmation_token, booking_token } = await bookedPublicly(clinic);
    const key = { "idempotency-key": "public-2" };
    await clinic.demo.stranger.call("public_bookings.cancel", { ...LANE, booking_token }, key);
    const stored = JSON.stringify(await storedRows(clinic.demo));
    for (const token of [confirmation_token, booking_token]) {
      expect(stored).not.toContain(token);
      expect(stored).not.toContain(secretOf(token));
    }
  });

  it("replay a repeated cancellation under its key, and keep the keys of two bookings apart", async () => {
    const [one, other] = [await bookedPublicly(clinic), await bookedPublicly(clinic)];
    const key = { "idempotency-key": "public-3" };
    const cancel = ({ booking_token }: { booking_token: string }) =>
      clinic.demo.stranger.call("public_bookings.cancel", { ...LANE, booking_token }, key);
    const first = succeeded(await cancel(one));
    expect((await cancel(one)).text).toBe(first.text);
    expect(succeeded(await cancel(other)).body.data.id).toBe(other.session_id);
  });

  it("open their own booking only, each for its own purpose (SVC-PUB-003)", async () => {
    const [one, other] = [await bookedPublicly(clinic), await bookedPublicly(clinic)];
    const look = (booking_token: string) => stranger("public_bookings.get", { booking_token });
    expect(succeeded(await look(one.booking_token)).body.data.id).toBe(one.session_id);
    expect(succeeded(await look(other.booking_token)).body.data.id).toBe(other.session_id);
    const mixed = `${one.booking_token.slice(0, 21)}${other.booking_token.slice(21)}`;
    for (const wrong of [one.confirmation_token, mixed, `${one.booking_token}x`, "pbt_unknown", "x"]) {
      expectRefusal(await look(wrong), "NOT_FOUND");
    }
    expectRefusal(await confirmPublicly(clinic, one.booking_token), "NOT_FOUND");
  });

  it("open nothing at another organization", async () => {
    const { booking_token } = await bookedPublicly(clinic);
    await clinic.demo.node.services.database.transaction(({ db }) =>
      db.updateTable("organizations").set({ booking: RULES }).where("slug", "=", "tutores-plaza").execute(),
    );
    const call = (org_slug: string) => clinic.demo.stranger.call("public_bookings.get", { org_slug, booking_token });
    expectRefusal(await call("tutores-plaza"), "NOT_FOUND");
    expect((await call("clinica-andes")).status).toBe(200);
  });

  it("show nothing of the client and nothing of the provider (SVC-PUB-004)", async () => {
    const requester = somebody();
    const { booking_token, session_id } = await bookedPublicly(clinic, { requester });
    const { text } = succeeded(await stranger("public_bookings.get", { booking_token }));
    const session = await clinic.session(session_id);
    for (const secret of [requester.email, "Ana Luisa", "Camila", session.client_id, session.provider_id]) {
      expect(text).not.toContain(secret);
    }
    expect(text).not.toContain('token":"');
  });
});

describe("confirming", () => {
  it("makes it scheduled, once, and keeps the client's word (SVC-PUB-002)", async () => {
    const { confirmation_token, session_id } = await bookedPublicly(clinic);
    const { body } = succeeded(await confirmPublicly(clinic, confirmation_token));
    expect(body.data).toMatchObject({ id: session_id, attributes: { state: "scheduled" } });
    expect(body.data.attributes).not.toHaveProperty("confirmation_expires_at");
    expect(body.meta.transition).toMatchObject({ from: "pending_confirmation", to: "scheduled" });
    const session = await clinic.session(session_id);
    expect(session.schedule).toHaveProperty("scheduled_for");
    expect(session.lifecycle.transitions.at(-1)).toMatchObject({ by: session.client_id, method: "manual" });
    const words = await clinic.demo.node.services.database.read(({ db }) =>
      db.selectFrom("acknowledgements").select(["party", "source"]).where("sessionId", "=", session_id).execute(),
    );
    expect(words.map(({ party, source }) => `${party} ${source}`).toSorted()).toEqual([
      "client credential",
      "client human_intent",
      "provider published_slot",
    ]);
    expectRefusal(await confirmPublicly(clinic, confirmation_token), "NOT_FOUND");
    expect(await lastDecision("public_bookings.confirm")).toMatchObject({
      outcome: "TOKEN_USED",
      sessionId: session_id,
    });
  });

  it("works for one of several who come with the same token at once", async () => {
    const { confirmation_token } = await bookedPublicly(clinic);
    const answers = await Promise.all(Array.from({ length: 5 }, () => confirmPublicly(clinic, confirmation_token)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404, 404, 404, 404]);
  });

  it("is possible until the last moment, and not at it: then the system has cancelled", async () => {
    const [early, late] = [await bookedPublicly(clinic), await bookedPublicly(clinic)];
    clinic.moveTimeTo(late.confirmation_expires_at, -1);
    succeeded(await confirmPublicly(clinic, early.confirmation_token));
    clinic.moveTimeTo(late.confirmation_expires_at);
    expectRefusal(await confirmPublicly(clinic, late.confirmation_token), "NOT_FOUND");
    const { current_state, transitions, exceptions } = await clinic.lifecycle(late.session_id);
    expect(current_state).toBe("cancelled");
    expect(transitions.at(-1)).toMatchObject({
      from: "pending_confirmation",
      by: "system",
      method: "auto",
      metadata: { reason: "confirmation_expired" },
    });
    expect(exceptions).toMatchObject([{ type: "cancellation", initiated_by: "system", resolution: "free" }]);
    expect((await clinic.lifecycle(early.session_id)).current_state).toBe("scheduled");
    const outcomes = (await decisionsOf(clinic)).filter(({ sessionId }) => sessionId === late.session_id);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["BOOKED", "EXPIRED", "TOKEN_EXPIRED"]);
  });

  it("frees the slot when its time is over, and the timer cancels once", async () => {
    const startsAt = clinic.nextSlot();
    const { session_id, confirmation_expires_at } = await bookedPublicly(clinic, { startsAt });
    clinic.moveTimeTo(confirmation_expires_at);
    succeeded(await clinic.book({ startsAt, client: "Sofía" }));
    expect(await runDueDeadlines(clinic.demo.node.services)).toEqual([]);
    const { transitions } = await clinic.lifecycle(session_id);
    expect(transitions.filter(({ to }: { to: string }) => to === "cancelled")).toHaveLength(1);
  });

  it("goes by the organization's own terms", async () => {
    await setBookingRules(clinic, { ...RULES, confirmation_ttl_minutes: 5, booking_token_ttl_days: 2 });
    const now = clinic.demo.clock.now();
    const booking = await bookedPublicly(clinic);
    await setBookingRules(clinic, RULES);
    expect(Date.parse(booking.confirmation_expires_at)).toBe(now + 5 * MINUTE);
    expect(Date.parse(booking.booking_token_expires_at)).toBe(now + 2 * DAY);
  });

  it("cannot be left until after the start", async () => {
    const startsAt = clinic.nextSlot();
    clinic.moveTimeTo(startsAt, -600);
    const { confirmation_expires_at } = await bookedPublicly(clinic, { startsAt });
    expect(Date.parse(confirmation_expires_at)).toBe(Date.parse(startsAt));
  });

  it("by the organization uses the token up", async () => {
    const { confirmation_token, session_id } = await bookedPublicly(clinic);
    const { body } = succeeded(await clinic.call("organization", "scheduling.confirm", { session_id }));
    expect(body.data.attributes.lifecycle.current_state).toBe("scheduled");
    expectRefusal(await confirmPublicly(clinic, confirmation_token), "NOT_FOUND");
  });

  it("leads on to confirmed where the contract confirms by itself, skipping no state", async () => {
    await clinic.demo.node.services.database.transaction(async ({ db }) => {
      const contract = await db
        .selectFrom("contracts")
        .selectAll()
        .where("offerId", "=", clinic.id("Online psychotherapy"))
        .executeTakeFirstOrThrow();
      const terms = { ...contract.terms, confirmation_policy: "auto" as const };
      await db.updateTable("contracts").set({ terms }).where("id", "=", contract.id).execute();
    });
    const wish = { offer: "Online psychotherapy", provider: "Valentina Soto", startsAt: "2026-04-01T11:00:00-03:00" };
    const { confirmation_token } = await bookedPublicly(clinic, wish);
    const { body } = succeeded(await confirmPublicly(clinic, confirmation_token));
    expect(body.data.attributes.state).toBe("confirmed");
    expect(body.meta.transitions.map(({ to }: { to: string }) => to)).toEqual(["scheduled", "confirmed"]);
  });
});

describe("the booking token", () => {
  it("ends after seven days, not a second before (SVC-PUB-003)", async () => {
    const { booking_token, booking_token_expires_at, confirmation_token } = await bookedPublicly(clinic, {
      startsAt: "2026-04-20T10:00:00-04:00",
    });
    succeeded(await confirmPublicly(clinic, confirmation_token));
    clinic.moveTimeTo(booking_token_expires_at, -1);
    succeeded(await stranger("public_bookings.get", { booking_token }));
    clinic.moveTimeTo(booking_token_expires_at);
    expectRefusal(await stranger("public_bookings.get", { booking_token }), "NOT_FOUND");
    expectRefusal(await stranger("public_bookings.cancel", { booking_token }), "NOT_FOUND");
    expect(await lastDecision("public_bookings.get")).toMatchObject({ outcome: "TOKEN_EXPIRED" });
  });
});
