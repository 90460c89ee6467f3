import { adapterCalls } from "@servicialo/schema/0.8/adapter-binding";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLINICAL_RECORD, Clinic, PLACE } from "../../testing/clinic.ts";
import { PublishedClient, ToolError, toolNames } from "./testing/published-client.ts";

let clinic: Clinic;
let client: PublishedClient;
let provider: PublishedClient;
const slug = "clinica-andes";

beforeAll(async () => {
  clinic = await Clinic.open();
  client = clientOf("organization");
  provider = clientOf("provider");
});
afterAll(() => clinic.close());

function clientOf(party: string): PublishedClient {
  const { node, keys } = clinic.demo;
  const apiKey = keys.credentials[party]?.token ?? "";
  return new PublishedClient({ baseUrl: `${node.url}/`, apiKey, orgId: slug, nodeToken: "svn_anything" });
}

const organization = () => clinic.demo.as("organization").actor;
const camila = () => clinic.demo.as("provider").actor;

async function booked(): Promise<string> {
  const { id } = await client.call("scheduling.book", {
    serviceId: clinic.id("Physiotherapy session"),
    providerId: clinic.id("Camila Rojas"),
    clientId: clinic.id("María"),
    startTime: clinic.nextSlot(),
    actor: organization(),
  });
  return id;
}

describe("the published client, tool by tool", () => {
  it("finds the node and its organizations", async () => {
    expect(await client.call("registry.manifest")).toMatchObject({
      protocol_version: "0.8",
      org_slug: null,
      name: expect.any(String),
    });
    const found = await client.call("registry.search", { vertical: "health", location: "Providencia" });
    expect(found).toMatchObject({ total: 1, data: [{ id: slug, slug, name: "Clínica Andes" }] });
    expect(await client.call("registry.search", { vertical: "astrology" })).toMatchObject({ total: 0, data: [] });
  });

  it("reads organization and catalogue from one URL", async () => {
    const profile = await client.call("registry.get_organization", { slug, country: "cl" });
    expect(profile).toMatchObject({ organization: { slug, name: "Clínica Andes" }, booking: { public_lane: true } });
    expect(profile.organization).not.toHaveProperty("services");
    expect(profile.services.map(({ name }: { name: string }) => name)).toContain("Physiotherapy session");
    expect(profile.providers[0]).toMatchObject({ id: expect.any(String), name: expect.any(String) });
    expect(await client.call("services.list", { slug })).toEqual(profile);
    await expect(client.call("registry.get_organization", { slug, country: "pe" })).rejects.toMatchObject({
      status: 404,
    });
    await expect(client.call("services.list", { slug: "nobody" })).rejects.toMatchObject({ status: 404 });
  });

  it("finds free slots of a service, with the names that it reads", async () => {
    const answer = await client.call("scheduling.check_availability", {
      slug,
      serviceId: clinic.id("Physiotherapy session"),
      from: "2026-03-09",
      to: "2026-03-09",
    });
    expect(answer.total).toBe(answer.slots.length);
    for (const slot of answer.slots) {
      expect(slot).toMatchObject({ start: slot.starts_at, providerId: slot.provider_id });
      expect(Date.parse(slot.start)).toBeGreaterThan(clinic.demo.clock.now());
    }
    expect(answer.slots.length).toBeGreaterThan(10);
  });

  it("registers, is found, looked up and trusted, moves and shows that it lives", async () => {
    const rest_url = `${clinic.demo.node.url}/servicialo/v1`;
    const facts = { slug, country: "cl", name: "Clínica Andes", rest_url, verticals: ["health"] };
    expect(await client.call("resolve.register", facts)).toMatchObject({ org_slug: slug, trust: { score: 10 } });
    const { resolution } = await client.call("resolve.lookup", { country: "cl", slug });
    expect(resolution).toMatchObject({ org_slug: slug, endpoint: { rest: rest_url } });
    const trusted = await client.call("trust.get_score", { country: "cl", slug });
    expect(trusted.resolution).toMatchObject({ trust: { score: expect.any(Number) }, status: "active" });
    expect(await client.call("resolve.search", { country: "cl", vertical: "health" })).toMatchObject({
      total: 1,
      limit: 20,
      data: [{ org_slug: slug }],
    });
    const health_url = `${clinic.demo.node.url}/health/ready`;
    const moved = await client.call("resolve.update_endpoint", { country: "cl", slug, health_url });
    expect(moved.endpoint).toMatchObject({ rest: rest_url, health: health_url });
    const metrics = { services_active: 3, appointments_30d: 40 };
    const alive = await client.call("telemetry.heartbeat", { country: "cl", slug, metrics });
    expect(Date.parse(alive.trust.last_seen)).toBe(clinic.demo.clock.now());
    expect(await client.start("cl", slug)).toBe(200);
  });

  it("reads the agent card", async () => {
    const card = await client.call("a2a.get_agent_card", { slug });
    expect(card).toMatchObject({ name: "Clínica Andes", skills: expect.any(Array) });
  });

  it("reads a service and its contract", async () => {
    const id = clinic.id("Physiotherapy session");
    expect(await client.call("service.get", { id })).toMatchObject({
      id,
      name: "Physiotherapy session",
      duration_minutes: 45,
    });
    const contract = await client.call("contract.get", { id, orgId: slug });
    expect(contract).toMatchObject({ id, service_id: id, required_evidence: expect.any(Array) });
    expect(await client.call("contract.get", { id })).toEqual(contract);
  });

  it("books, confirms, delivers, evidences, documents, charges and is paid", async () => {
    const actor = organization();
    const email = "luz.vega@correo.example";
    const person = await client.call("clients.get_or_create", { email, name: "Luz", lastName: "Vega", actor });
    expect(person).toMatchObject({ email, last_name: "Vega" });
    expect((await client.call("clients.get_or_create", { email, actor })).id).toBe(person.id);
    const parties = {
      serviceId: clinic.id("Physiotherapy session"),
      providerId: clinic.id("Camila Rojas"),
      clientId: person.id,
    };
    const booking = await client.call("scheduling.book", { ...parties, startTime: clinic.nextSlot(), actor });
    const { id } = booking;
    expect(booking.status).toBe("requested");
    expect((await client.call("scheduling.confirm", { id, actor })).status).toBe("confirmed");
    const moved = await client.call("scheduling.reschedule", { id, startTime: clinic.nextSlot(), actor });
    expect(moved).toMatchObject({ id, status: "scheduled" });
    expect((await client.call("lifecycle.transition", { id, toState: "confirmed", actor })).status).toBe("confirmed");
    const inProgress = await client.call("delivery.checkin", { id, actor: camila(), location: PLACE });
    expect(inProgress.status).toBe("in_progress");
    const { evidence_type: evidenceType, data } = CLINICAL_RECORD;
    const evidenced = await client.call("delivery.record_evidence", {
      id,
      evidenceType,
      data,
      data_sensitivity: "restricted",
      actor: camila(),
    });
    expect(evidenced).toMatchObject({ id, meta: { warning: "RESTRICTED_EVIDENCE_STORED" } });
    const delivered = await provider.call("delivery.checkout", { id, actor: camila(), location: PLACE });
    expect(delivered).toMatchObject({ status: "delivered", duration_minutes: 45 });
    const written = { id, content: "as planned", templateId: "tpl_1", actor: camila() };
    expect((await client.call("documentation.create", written)).status).toBe("documented");
    const sale = await client.call("payments.create_sale", { ...parties, unitPrice: 35_000 });
    expect(sale).toMatchObject({ id: expect.any(String), client_id: person.id, quantity: 1 });
    const due = await client.call("payments.get_status", { saleId: sale.id });
    const paid = await client.call("payments.record_payment", {
      ventaId: sale.id,
      amount: 35_000,
      paymentMethod: "transferencia",
      reference: "TRX-1",
    });
    expect(paid).toMatchObject({ sale_id: sale.id, method: "transferencia", amount: { value: 35_000 } });
    expect(await client.call("payments.get_status", { saleId: sale.id })).not.toEqual(due);
    expect(await client.call("payments.get_status", { clientId: person.id })).toMatchObject({ id: expect.any(String) });
    const state = await client.call("lifecycle.get_state", { id });
    expect(state).toMatchObject({ id, current_state: "charged", state: "charged" });
  });

  it("cancels", async () => {
    const id = await booked();
    expect(await client.call("scheduling.cancel", { id, reason: "ill", actor: organization() })).toMatchObject({
      id,
      status: "cancelled",
      meta: { policy: expect.any(Object) },
    });
  });

  it("keeps resources, and takes one out of use by a change", async () => {
    const actor = organization();
    const facts = { organizationId: slug, name: "Box 9", type: "box", equipment: ["table"], actor };
    const created = await client.call("resource.create", facts);
    expect(created).toMatchObject({ name: "Box 9", capacity: 1, buffer_minutes: 0, is_active: true });
    const { id } = created;
    const changed = await client.call("resource.update", { id, capacity: 2, bufferMinutes: 5, actor });
    expect(changed).toMatchObject({ id, capacity: 2, buffer_minutes: 5, is_active: true });
    expect(await client.call("resource.get", { id })).toMatchObject({ id, capacity: 2 });
    const free = await client.call("resource.get_availability", {
      id: clinic.id("Box 1"),
      dateFrom: "2026-03-09",
      dateTo: "2026-03-09",
    });
    expect(free.slots[0]).toMatchObject({ start: expect.any(String), resource_id: clinic.id("Box 1") });
    expect(await client.call("resource.delete", { id, actor })).toMatchObject({ id, is_active: false });
    const active = await client.call("resource.list", { organizationId: slug, isActive: true });
    const inactive = await client.call("resource.list", { organizationId: slug, type: "box", isActive: false });
    expect(active.data.map(({ name }: { name: string }) => name)).not.toContain("Box 9");
    expect(inactive).toMatchObject({ total: 1, data: [{ id }] });
  });

  it("gets the whole refusal as text, with the members that it knows", async () => {
    const refused = await client
      .call("scheduling.book", { serviceId: clinic.id("Physiotherapy session"), startTime: "tomorrow" })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ToolError);
    const { status, body } = refused as ToolError;
    expect(status).toBe(422);
    const pointers = body.errors.map(({ source }: { source: { pointer: string } }) => source.pointer);
    expect(pointers.sort()).toEqual(["/clientId", "/providerId", "/startTime"]);
    expect(body.errors.map(({ detail }: { detail: string }) => detail).join(" ")).not.toMatch(/_id|starts_at/);
  });

  it("has called every tool of its page by then, and those are all that the table binds for it", () => {
    const called = new Set([...client.called, ...provider.called]);
    expect([...called].sort()).toEqual([...toolNames].sort());
    const bound = adapterCalls.filter(({ by }) => by === "server").map(({ operation }) => operation);
    expect([...new Set(bound)].sort()).toEqual([...called].sort());
  });

  it("lacks only the tools that it answers itself, and those that no published server has", () => {
    const bound = new Set<string>(adapterCalls.map(({ operation }) => operation));
    const unbound = (Object.keys(operations) as OperationId[]).filter(
      (id) => operations[id].tool !== null && !bound.has(id),
    );
    expect(unbound).toEqual([
      "docs.quickstart",
      "mandates.get",
      "mandates.list",
      "mandates.suspend",
      "service_orders.activate",
      "service_orders.create",
      "service_orders.get",
      "service_orders.get_ledger",
      "service_orders.list",
      "service_orders.propose",
    ]);
  });
});
