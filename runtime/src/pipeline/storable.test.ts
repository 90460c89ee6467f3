import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic } from "../testing/clinic.ts";
import { expectRefusal } from "../testing/refusal.ts";
import { storedRows } from "../testing/stored-rows.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const NUL = "a\u0000b";
const booking = () => ({
  service_id: clinic.id("Physiotherapy session"),
  provider_id: clinic.id("Camila Rojas"),
  client_id: clinic.id("María"),
  starts_at: clinic.nextSlot(),
});

/** Refused at this place, and nothing of it stored. */
async function expectRefused(answer: () => ReturnType<Clinic["call"]>, place: object): Promise<void> {
  const before = await storedRows(clinic.demo);
  expectRefusal(await answer(), { code: "VALIDATION_ERROR", ...place });
  expect(await storedRows(clinic.demo)).toEqual(before);
}

describe("a text with a NUL character, which not every database can hold", () => {
  it("is refused where it stands, on every database alike", async () => {
    const call = (input: object) => clinic.call("organization", "scheduling.book", { ...booking(), ...input });
    const pointer = (path: string) => ({ pointer: `/data/attributes/${path}` });
    await expectRefused(() => call({ client_id: NUL }), pointer("client_id"));
    await expectRefused(() => call({ actor: { type: "client", id: NUL } }), pointer("actor/id"));
  });

  it("is refused in a path and in a query", async () => {
    await expectRefused(() => clinic.call("organization", "service.get", { service_id: NUL }), {
      parameter: "service_id",
    });
    await expectRefused(() => clinic.call("organization", "service_orders.list", { client_id: NUL }), {
      parameter: "client_id",
    });
  });

  it("is refused of an agent before anything of the call is on record", async () => {
    const actor = { type: "agent", id: NUL, mandate_id: randomUUID() };
    await expectRefused(() => clinic.call("organization", "scheduling.book", { ...booking(), actor }), {
      pointer: "/data/attributes/actor/id",
    });
    const named = { type: "agent", id: "agent_unknown", mandate_id: randomUUID() };
    await expectRefused(
      () => clinic.call("organization", "scheduling.book", { ...booking(), client_id: NUL, actor: named }),
      { pointer: "/data/attributes/client_id" },
    );
  });
});
