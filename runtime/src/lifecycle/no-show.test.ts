import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic, succeeded } from "../testing/clinic.ts";
import { expectRefusal } from "../testing/refusal.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const GRACE = 15 * 60;
const clientAbsent = { to_state: "cancelled", reason: "no_show", no_show_type: "client" };
const providerAbsent = { to_state: "reassigning", reason: "no_show", no_show_type: "provider" };

describe("the absence of a client", () => {
  it("counts from the end of the grace period on, and not a second before", async () => {
    const id = await clinic.sessionIn("confirmed");
    const { starts_at: start } = await clinic.session(id);
    clinic.moveTimeTo(start, GRACE - 1);
    expectRefusal(await clinic.transition("provider", id, clientAbsent), {
      code: "INVALID_TRANSITION",
      pointer: "/data/attributes/to_state",
    });
    clinic.moveTimeTo(start, GRACE);
    const { body } = succeeded(await clinic.transition("provider", id, clientAbsent));
    const session = body.data.attributes;
    expect(session.lifecycle.current_state).toBe("cancelled");
    expect(session.lifecycle.transitions.at(-1)).toMatchObject({
      by: clinic.id("Camila Rojas"),
      metadata: { reason: "no_show", no_show_type: "client" },
    });
    expect(session.lifecycle.exceptions).toMatchObject([
      {
        type: "no_show",
        at: clinic.now,
        initiated_by: clinic.id("Camila Rojas"),
        resolution: "client_penalized",
        resolved_at: clinic.now,
        details: { no_show_type: "client" },
      },
    ]);
  });

  it("costs the contract's penalty: a sale of the whole amount, and the counter rises", async () => {
    const mine = await clinic.sessionIn("confirmed");
    const { starts_at: start } = await clinic.session(mine);
    const find = () => clinic.call("organization", "clients.get_or_create", { email: "maria.gonzalez@correo.example" });
    const before = (await find()).body.data.attributes.no_show_count;
    clinic.moveTimeTo(start, GRACE);
    const { body } = succeeded(await clinic.transition("organization", mine, clientAbsent));
    expect(body.data.attributes.billing).toMatchObject({ status: "charged", charged_at: clinic.now });
    const account = (await clinic.call("organization", "payments.get_status", { client_id: clinic.id("María") })).body
      .data.attributes;
    expect(account.sales.find((sale: { session_ids: string[] }) => sale.session_ids.includes(mine)).total).toEqual({
      value: 35_000,
      currency: "CLP",
    });
    expect((await find()).body.data.attributes.no_show_count).toBe(before + 1);
  });

  it("is not the client's to state, needs its type, and is known of confirmed sessions only", async () => {
    const id = await clinic.sessionIn("confirmed");
    clinic.moveTimeTo((await clinic.session(id)).starts_at, GRACE);
    expectRefusal(await clinic.transition("client", id, clientAbsent), "FORBIDDEN");
    for (const wrong of [{ no_show_type: undefined }, { no_show_type: "provider" }]) {
      expectRefusal(await clinic.transition("provider", id, { ...clientAbsent, ...wrong }), {
        code: "VALIDATION_ERROR",
        pointer: "/data/attributes/no_show_type",
      });
    }
    const scheduled = await clinic.sessionIn("scheduled");
    clinic.moveTimeTo((await clinic.session(scheduled)).starts_at, GRACE);
    expectRefusal(await clinic.transition("provider", scheduled, clientAbsent), "INVALID_TRANSITION");
  });
});

describe("the absence of a provider", () => {
  it("may be announced early by the provider, and stated by others after the grace period only", async () => {
    const early = await clinic.sessionIn("confirmed");
    expectRefusal(await clinic.transition("organization", early, providerAbsent), "INVALID_TRANSITION");
    const { body } = succeeded(await clinic.transition("provider", early, providerAbsent));
    const [exception] = body.data.attributes.lifecycle.exceptions;
    expect(exception).toMatchObject({
      type: "no_show",
      initiated_by: clinic.id("Camila Rojas"),
      details: { no_show_type: "provider" },
    });
    expect(exception).not.toHaveProperty("resolution");
    expect(exception).not.toHaveProperty("resolved_at");
    const late = await clinic.sessionIn("confirmed");
    clinic.moveTimeTo((await clinic.session(late)).starts_at, GRACE);
    succeeded(await clinic.transition("organization", late, providerAbsent));
  });

  it("needs its type when the reason is no_show (P-13)", async () => {
    const id = await clinic.sessionIn("confirmed");
    for (const no_show_type of [undefined, "client"]) {
      expectRefusal(await clinic.transition("provider", id, { ...providerAbsent, no_show_type }), {
        code: "VALIDATION_ERROR",
        pointer: "/data/attributes/no_show_type",
      });
    }
  });

  it("frees the provider at once, and keeps client and slot for a replacement", async () => {
    const startsAt = "2026-03-18T09:00:00-03:00";
    const id = await clinic.sessionIn("confirmed", { startsAt });
    succeeded(await clinic.transition("provider", id, { ...providerAbsent, reason: "ill" }));
    expectRefusal(await clinic.book({ startsAt, provider: "Diego Fuentes" }), "CONFLICT");
    succeeded(await clinic.book({ startsAt, client: "Pedro" }));

    const { body } = succeeded(
      await clinic.transition("organization", id, { to_state: "scheduled", provider_id: clinic.id("Diego Fuentes") }),
    );
    const session = body.data.attributes;
    expect(session).toMatchObject({
      provider: { id: clinic.id("Diego Fuentes") },
      starts_at: new Date(startsAt).toISOString().replace(".000Z", "Z"),
    });
    expect(session.lifecycle.exceptions[0]).toMatchObject({
      type: "no_show",
      resolution: "provider_reassigned",
      resolved_at: clinic.now,
    });
    expectRefusal(await clinic.call("provider", "delivery.checkin", { session_id: id }), "FORBIDDEN");
    succeeded(await clinic.call("second_provider", "scheduling.confirm", { session_id: id }));
  });

  it("may be made up for after the start, in the interval that has begun", async () => {
    const startsAt = "2026-03-19T14:30:00-03:00";
    const id = await clinic.sessionIn("confirmed", { startsAt });
    clinic.moveTimeTo(startsAt, GRACE);
    succeeded(await clinic.transition("organization", id, providerAbsent));
    succeeded(
      await clinic.transition("organization", id, { to_state: "scheduled", provider_id: clinic.id("Diego Fuentes") }),
    );
  });

  it.each([
    ["the same provider", "Camila Rojas"],
    ["one who does not deliver the offer", "Valentina Soto"],
    ["another organization's", "Inés Carrasco"],
  ])("is not settled by %s", async (_who, name) => {
    const id = await clinic.sessionIn("reassigning");
    const answer = await clinic.transition("organization", id, { to_state: "scheduled", provider_id: clinic.id(name) });
    expectRefusal(answer, { code: "VALIDATION_ERROR", pointer: "/data/attributes/provider_id" });
    expect((await clinic.lifecycle(id)).current_state).toBe("reassigning");
  });

  it("is not settled by a replacement who is busy, or with an unknown resource", async () => {
    const startsAt = "2026-03-25T11:00:00-03:00";
    const id = await clinic.sessionIn("reassigning", { startsAt });
    const replace = { to_state: "scheduled", provider_id: clinic.id("Diego Fuentes") };
    expectRefusal(await clinic.transition("organization", id, { ...replace, resource_id: "unknown" }), {
      code: "VALIDATION_ERROR",
      pointer: "/data/attributes/resource_id",
    });
    succeeded(await clinic.book({ startsAt, provider: "Diego Fuentes", client: "Pedro" }));
    expectRefusal(await clinic.transition("organization", id, replace), "CONFLICT");
  });

  it("ends free of charge for the client when there is no replacement", async () => {
    const id = await clinic.sessionIn("reassigning");
    clinic.moveTimeTo((await clinic.session(id)).starts_at, -1800);
    const { body } = succeeded(
      await clinic.transition("client", id, { to_state: "cancelled", reason: "no replacement" }),
    );
    expect(body.meta.policy).toMatchObject({ penalty_percent: 0, penalty: { value: 0 } });
    expect(body.data.attributes.lifecycle.exceptions[0]).toMatchObject({
      type: "no_show",
      resolution: "no_replacement",
      resolved_at: clinic.now,
    });
  });
});
