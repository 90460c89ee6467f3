import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import type { TestAnswer } from "../../testing/party-client.ts";
import { expectRefusal } from "../../testing/refusal.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const encoded = (claim: unknown) => ({ "x-servicialo-actor": Buffer.from(JSON.stringify(claim)).toString("base64") });
const author = (answer: TestAnswer) => succeeded(answer).body.data.attributes.lifecycle.transitions.at(-1);

/** Schedules a session as the organization, with an actor wherever the test puts it. */
async function schedule(actor: unknown, headers: Record<string, string> = {}): Promise<TestAnswer> {
  const id = await clinic.sessionIn("requested");
  const attributes = { to_state: "scheduled", ...(actor !== undefined && { actor }) };
  return clinic.demo.as("organization").send("POST", `/servicialo/v1/sessions/${id}/transitions`, {
    body: JSON.stringify({ data: { type: "transitions", attributes } }),
    headers: { "content-type": "application/vnd.api+json", ...headers },
  });
}

describe("the actor of a command", () => {
  it("is the one in the attributes", async () => {
    expect(author(await schedule(clinic.demo.as("organization").actor))).toMatchObject({
      by: clinic.demo.as("organization").id,
      method: "manual",
    });
  });

  it("is the one in X-Servicialo-Actor when the attributes name none", async () => {
    const provider = clinic.demo.as("provider");
    expect(author(await schedule(undefined, encoded(provider.actor))).by).toBe(provider.id);
  });

  it("is the one in the attributes when both are there", async () => {
    const [provider, organization] = [clinic.demo.as("provider"), clinic.demo.as("organization")];
    expect(author(await schedule(provider.actor, encoded(organization.actor))).by).toBe(provider.id);
  });

  it("may be the organization by its slug", async () => {
    expect(author(await schedule({ type: "organization", id: "clinica-andes" })).by).toBe(
      clinic.demo.as("organization").id,
    );
  });

  it("is missed with 422 where it is required and neither names it", async () => {
    expectRefusal(await schedule(undefined), { code: "VALIDATION_ERROR", pointer: "/data/attributes/actor" });
  });

  it.each([
    ["no Base64 of JSON", { "x-servicialo-actor": "%%%" }],
    ["no actor", encoded({ type: "robot", id: "r2" })],
    ["an actor without an id", encoded({ type: "provider" })],
  ])("is refused with 422 when the header is %s", async (_what, headers) => {
    expectRefusal(await schedule(undefined, headers), { code: "VALIDATION_ERROR", parameter: "X-Servicialo-Actor" });
    expectRefusal(await schedule(clinic.demo.as("organization").actor, headers), "VALIDATION_ERROR");
  });

  it("is the credential's own subject where none is required", async () => {
    await clinic.sessionIn("documented");
    const provider = clinic.demo.as("provider");
    const parties = {
      client_id: clinic.id("María"),
      service_id: clinic.id("Physiotherapy session"),
      provider_id: provider.id,
    };
    const sale = succeeded(await clinic.call("provider", "payments.create_sale", { ...parties, unit_price: 35_000 }))
      .body.data;
    const payment = await clinic.call("provider", "payments.record_payment", {
      sale_id: sale.id,
      amount: 35_000,
      method: "cash",
    });
    expect(succeeded(payment).body.data.attributes.actor).toEqual(provider.actor);
  });
});

describe("a claim that the credential does not cover", () => {
  it.each(["client", "provider"] as const)("is refused with 403 when a %s claims to be anybody else", async (party) => {
    const id = await clinic.sessionIn("scheduled");
    const others = ["second_client", "second_provider", "organization", "foreign_client"] as const;
    for (const other of others) {
      const claim = { session_id: id, actor: clinic.demo.as(other).actor };
      expectRefusal(await clinic.call(party, "scheduling.confirm", claim), "FORBIDDEN");
      const { actor: _, ...bare } = claim;
      expectRefusal(
        await clinic.demo.as(party).call("scheduling.confirm", { ...bare, actor: claim.actor }),
        "FORBIDDEN",
      );
    }
    expect((await clinic.lifecycle(id)).current_state).toBe("scheduled");
  });

  it("is refused with 403 when anybody without an agent's credential claims to be an agent", async () => {
    const id = await clinic.sessionIn("scheduled");
    const actor = { type: "agent", id: "agent-1", mandate_id: "6f9619ff-8b86-4d01-b42d-00cf4fc964ff" };
    for (const party of ["organization", "provider", "client"] as const) {
      expectRefusal(await clinic.call(party, "scheduling.confirm", { session_id: id, actor }), "FORBIDDEN");
    }
  });

  it("tells nothing of the session: another's session is 404 to a client", async () => {
    const id = await clinic.sessionIn("scheduled");
    expectRefusal(await clinic.call("second_client", "scheduling.confirm", { session_id: id }), "NOT_FOUND");
    expectRefusal(await clinic.call("foreign_client", "scheduling.confirm", { session_id: id }), "NOT_FOUND");
  });
});
