import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic } from "../../testing/clinic.ts";
import { type Json, PublishedClient, type ToolError } from "./testing/published-client.ts";

let clinic: Clinic;
let suite: PublishedClient;
let sessionId: string;
let unconfirmed: string;

beforeAll(async () => {
  clinic = await Clinic.open();
  const { node, keys } = clinic.demo;
  suite = new PublishedClient({ baseUrl: node.url, apiKey: keys.credentials["organization"]?.token ?? "" });
});
afterAll(() => clinic.close());

const get = (target: string): Promise<Json> => suite.send("GET", target);
const post = (target: string, body?: unknown): Promise<Json> => suite.send("POST", target, body);

/** Code of a refusal. */
async function codeOf(call: Promise<Json>): Promise<string> {
  const error = await call.then(
    () => {
      throw new Error("The call should have been refused.");
    },
    (refusal: unknown) => refusal as ToolError,
  );
  return error.body.errors[0].code;
}

async function booked(): Promise<Json> {
  const { id: clientId } = await post("/v1/clients", {
    email: "suite@correo.example",
    name: "Suite",
    lastName: "Test",
  });
  return post("/v1/sessions", {
    serviceId: clinic.id("Physiotherapy session"),
    providerId: clinic.id("Camila Rojas"),
    clientId,
    scheduledAt: clinic.nextSlot(),
  });
}

describe("the published compatibility suite", () => {
  it("passes phase 0: who the node is", async () => {
    const manifest = await get("/v1/manifest");
    for (const member of ["protocol_version", "org_slug", "name"]) expect(manifest).toHaveProperty(member);
  });

  it("passes phase 1: organizations without a vertical, services, and availability with dates only", async () => {
    const { total, data } = await get("/v1/registry");
    expect([total, data.map(({ slug }: Json) => slug)]).toEqual([2, ["clinica-andes", "tutores-plaza"]]);
    const { services } = await get("/v1/organizations/clinica-andes/services");
    expect(services.map(({ name }: Json) => name)).toContain("Physiotherapy session");
    const { slots } = await get("/v1/organizations/clinica-andes/availability?from=2026-03-11&to=2026-03-11");
    const starts = slots.map(({ start }: Json) => Date.parse(start));
    expect(starts).toEqual(starts.toSorted((a: number, b: number) => a - b));
    const offered = services.map(({ id }: Json) => id).toSorted();
    expect([...new Set(slots.map(({ service_id }: Json) => service_id))].toSorted()).toEqual(offered);
  });

  it("passes phase 2: a service, and its contract by the other path", async () => {
    const id = clinic.id("Physiotherapy session");
    expect(await get(`/v1/services/${id}`)).toMatchObject({ id, name: expect.any(String), duration_minutes: 45 });
    expect(await get(`/v1/contracts/${id}`)).toMatchObject({ service_id: id });
  });

  it("passes phase 3: client, booking and confirmation without an actor", async () => {
    const booking = await booked();
    sessionId = booking.id;
    expect(["requested", "scheduled", "solicitado"]).toContain(booking.status);
    expect((await post(`/v1/sessions/${sessionId}/confirm`)).status).toBe("confirmed");
    unconfirmed = (await booked()).id;
    expect((await post(`/v1/sessions/${unconfirmed}/confirm`, {})).status).toBe("confirmed");
  });

  it("passes phase 4: state, and a move in its own word", async () => {
    const other = (await booked()).id;
    expect((await get(`/v1/sessions/${other}/state`)).state).toBe("requested");
    const moved = await post(`/v1/sessions/${other}/transition`, { to: "cancelado", reason: "suite" });
    expect(moved.status).toBe("cancelled");
  });

  it("passes phase 5 but for the check-out, which takes the provider's own key", async () => {
    const place = { lat: -33.4263, lng: -70.6171, at: clinic.now };
    const inProgress = await post(`/v1/sessions/${sessionId}/checkin`, place);
    expect(inProgress).toMatchObject({ status: "in_progress", proof: { checkin: expect.any(String) } });
    expect(await codeOf(post(`/v1/sessions/${sessionId}/checkout`, place))).toBe("FORBIDDEN");
    const item = { type: "notes", data: { text: "all well", language: "es" } };
    const recorded = { ...item, recorded_by: "suite", recorded_at: clinic.now };
    const { proof } = await post(`/v1/sessions/${sessionId}/evidence`, recorded);
    expect(proof.evidence.at(-1)).toMatchObject({ type: "notes", captured_at: expect.any(String) });
    expect(Date.parse(proof.evidence.at(-1).captured_at)).toBe(clinic.demo.clock.now());
  });

  it("is refused in phase 6 as long as nothing was delivered: documentation first, and so the sale", async () => {
    const written = { type: "soap", content: "as planned", created_by: "suite" };
    expect(await codeOf(post(`/v1/sessions/${unconfirmed}/documentation`, written))).toBe("INVALID_TRANSITION");
    const sale = { sessionId: unconfirmed, amount: 35_000, currency: "CLP", description: "suite" };
    expect(await codeOf(post("/v1/payments/sales", sale))).toBe("INVALID_TRANSITION");
  });

  it("is charged by its session once that is documented", async () => {
    const documented = await clinic.sessionIn("documented");
    const sale = { sessionId: documented, amount: 30_000, description: "suite" };
    expect(await post("/v1/payments/sales", sale)).toMatchObject({
      id: expect.any(String),
      client_id: clinic.id("María"),
      total: { value: 30_000, currency: "CLP" },
    });
    expect((await clinic.lifecycle(documented)).current_state).toBe("charged");
    expect(await codeOf(post("/v1/payments/sales", { ...sale, sessionId: "ses_unknown" }))).toBe("NOT_FOUND");
    expect(await codeOf(post("/v1/payments/sales", { amount: 1 }))).toBe("VALIDATION_ERROR");
  });
});
