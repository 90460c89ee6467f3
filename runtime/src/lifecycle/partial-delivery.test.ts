import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic, succeeded } from "../testing/clinic.ts";
import { expectRefusal } from "../testing/refusal.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const clp = (value: number) => ({ value, currency: "CLP" });
const stop = (id: string, partial: Record<string, unknown>) =>
  clinic.transition("provider", id, {
    to_state: "partial",
    reason: "power cut",
    partial: { description: "half", ...partial },
  });

describe("a partial delivery", () => {
  it.each([
    [{ delivered_minutes: 20 }, 15_556],
    [{ delivered_minutes: 45 }, 35_000],
    [{ delivered_minutes: 90 }, 35_000],
    [{ delivered_minutes: 0 }, 0],
    [{ adjusted_amount: 12_000 }, 12_000],
    [{ adjusted_amount: clp(35_000) }, 35_000],
    [{ delivered_minutes: 20, adjusted_amount: 9000 }, 9000],
  ])("of %o costs %i of 35000, and is charged at that", async (partial, amount) => {
    const id = await clinic.sessionIn("in_progress");
    const { body } = succeeded(await stop(id, partial));
    const { lifecycle, billing, proof } = body.data.attributes;
    expect([lifecycle.current_state, billing.amount]).toEqual(["partial", clp(amount)]);
    expect(lifecycle.exceptions).toMatchObject([
      { type: "partial", initiated_by: clinic.id("Camila Rojas"), details: { description: "half" } },
    ]);
    expect(Date.parse(lifecycle.verification_deadline)).toBe(clinic.demo.clock.now() + 48 * 3_600_000);
    expect(proof).toMatchObject({ checkout: clinic.now, duration_actual: 0 });
    succeeded(await clinic.call("provider", "documentation.create", { session_id: id, content: "the first half" }));
    succeeded(await clinic.transition("organization", id, { to_state: "charged" }));
    const { sales } = (await clinic.call("client", "payments.get_status", { client_id: clinic.id("María") })).body.data
      .attributes;
    expect(sales.find((sale: { session_ids: string[] }) => sale.session_ids.includes(id)).total).toEqual(clp(amount));
  });

  it.each([
    [{}, "/data/attributes/partial"],
    [{ delivered_minutes: -1 }, "/data/attributes/partial/delivered_minutes"],
    [{ delivered_minutes: 1.5 }, "/data/attributes/partial/delivered_minutes"],
    [{ adjusted_amount: 35_001 }, "/data/attributes/partial/adjusted_amount"],
    [{ adjusted_amount: 0.5 }, "/data/attributes/partial/adjusted_amount"],
  ])("of %o is refused and points into the request", async (partial, pointer) => {
    const id = await clinic.sessionIn("in_progress");
    const answer = await stop(id, partial);
    expectRefusal(answer, "VALIDATION_ERROR");
    expect(answer.errors.some((error) => error.source?.pointer?.startsWith(pointer))).toBe(true);
    expect((await clinic.session(id)).billing.amount).toEqual(clp(35_000));
  });

  it("in another currency than agreed is refused with CURRENCY_MISMATCH", async () => {
    const id = await clinic.sessionIn("in_progress");
    expectRefusal(await stop(id, { adjusted_amount: { value: 10, currency: "USD" } }), "CURRENCY_MISMATCH");
  });

  it("is documented without the required evidence, which is listed instead", async () => {
    const id = await clinic.sessionIn("partial");
    expectRefusal(await clinic.transition("provider", id, { to_state: "documented" }), {
      code: "VALIDATION_ERROR",
      pointer: "/data/attributes/content",
    });
    const { body } = succeeded(
      await clinic.transition("provider", id, { to_state: "documented", content: "the first half" }),
    );
    expect(body.data.attributes.lifecycle.transitions.at(-1).metadata.missing_evidence).toEqual([
      "gps_checkout",
      "clinical_record",
    ]);
  });

  it("can be disputed from documented, counted from the moment it stopped", async () => {
    const id = await clinic.sessionIn("partial");
    const stopped = clinic.now;
    expectRefusal(
      await clinic.transition("client", id, { to_state: "disputed", reason: "nothing done" }),
      "INVALID_TRANSITION",
    );
    succeeded(await clinic.transition("provider", id, { to_state: "documented", content: "the first half" }));
    clinic.moveTimeTo(stopped, 48 * 3600);
    succeeded(await clinic.transition("client", id, { to_state: "disputed", reason: "nothing done" }));
  });
});
