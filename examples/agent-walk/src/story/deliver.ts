import type { Money, Sale, Session } from "@servicialo/schema/0.8/types";
import { dataOf, expectEqual, expectThat } from "../expect.ts";
import { move } from "./book.ts";
import { as, type Scene } from "./cast.ts";

const PLACE = { lat: -33.4264, lng: -70.6152 };

export interface Delivery {
  /** Who delivers. Default: the story's provider. */
  readonly by?: "provider" | "substitute";
}

/** A check-in or check-out with a position; the answer may be a refusal. */
export function tryToCheck(
  scene: Scene,
  way: "delivery.checkin" | "delivery.checkout",
  { sessionId, by }: { readonly sessionId: string; readonly by: "provider" | "substitute" | "client" },
) {
  const { node, actor } = as(scene, by);
  return node.call(way, { session_id: sessionId, actor, location: PLACE });
}

export async function checkIn(scene: Scene, sessionId: string, { by = "provider" }: Delivery = {}): Promise<void> {
  const session = dataOf("delivery.checkin", await tryToCheck(scene, "delivery.checkin", { sessionId, by }));
  expectEqual("state after check-in", session.attributes.lifecycle.current_state, "in_progress");
}

export async function checkOut(scene: Scene, sessionId: string, { by = "provider" }: Delivery = {}): Promise<Session> {
  const session = dataOf("delivery.checkout", await tryToCheck(scene, "delivery.checkout", { sessionId, by }));
  const { lifecycle } = session.attributes;
  expectEqual("state after check-out", lifecycle.current_state, "delivered");
  expectThat("a verification deadline is set", lifecycle.verification_deadline !== undefined);
  return session.attributes;
}

/** The provider puts the clinical record into evidence. */
export async function recordEvidence(
  scene: Scene,
  sessionId: string,
  { by = "provider" }: Delivery = {},
): Promise<void> {
  const { node, actor } = as(scene, by);
  const recorded = await node.call("delivery.record_evidence", {
    session_id: sessionId,
    evidence_type: "document",
    data: {
      uri: "https://records.clinica-andes.example/2026/4711",
      document_type: "clinical_record",
      signed_by: ["provider", "client"],
    },
    actor,
  });
  dataOf("delivery.record_evidence", recorded, 201);
}

/** Asks for the documentation; the answer may be a refusal. */
export function tryToDocument(scene: Scene, sessionId: string, { by = "provider" }: Delivery = {}) {
  const { node, actor } = as(scene, by);
  const content = "Session held as planned; exercises handed out for two weeks.";
  return node.call("documentation.create", { session_id: sessionId, content, actor });
}

export async function document(scene: Scene, sessionId: string, delivery: Delivery = {}): Promise<Session> {
  const documented = dataOf("documentation.create", await tryToDocument(scene, sessionId, delivery), 201).attributes;
  expectEqual("state after documenting", documented.lifecycle.current_state, "documented");
  return documented;
}

/** From `confirmed` to `documented`. */
export async function deliver(scene: Scene, sessionId: string, delivery: Delivery = {}): Promise<void> {
  await checkIn(scene, sessionId, delivery);
  await checkOut(scene, sessionId, delivery);
  await recordEvidence(scene, sessionId, delivery);
  await document(scene, sessionId, delivery);
}

interface Charge {
  /** Default: the story's provider. */
  readonly providerId?: string;
  /** Default: the offer's. */
  readonly price?: Money;
}

/** From `documented` to `charged`, by a sale of the organization's. */
export async function charge(scene: Scene, sessionId: string, { providerId, price }: Charge = {}): Promise<Sale> {
  const { cast, clinic } = scene;
  const { node, actor } = as(scene, "organization");
  const unitPrice = price ?? clinic.offer.attributes.price;
  const answer = await node.call("payments.create_sale", {
    client_id: cast.client.id,
    service_id: clinic.offer.id,
    provider_id: providerId ?? cast.provider.id,
    unit_price: unitPrice,
    session_id: sessionId,
    actor,
  });
  const sale = dataOf("payments.create_sale", answer, 201).attributes;
  expectEqual("total of the sale", sale.total, unitPrice);
  return sale;
}

/** From `charged` to `verified`, by the client's word. */
export function accept(scene: Scene, sessionId: string): Promise<Session> {
  return move(scene, "client", { session_id: sessionId, to_state: "verified" });
}
