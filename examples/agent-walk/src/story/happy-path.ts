import type { AvailabilitySlot } from "@servicialo/schema/0.8/types";
import { dataOf, expectEqual, expectRefused, expectThat } from "../expect.ts";
import { bookAndConfirm, readSession } from "./book.ts";
import { actorOf, type Cast, type Clinic, type Narrate } from "./cast.ts";

const PLACE = { lat: -33.4264, lng: -70.6152 };

/** From `requested` to `verified`: booked, delivered, evidenced, documented, charged, paid, accepted. */
export async function happyPath(cast: Cast, clinic: Clinic, slot: AvailabilitySlot, narrate: Narrate): Promise<void> {
  const sessionId = await bookAndConfirm(cast, clinic, slot);
  narrate(`booked and confirmed ${sessionId} for ${slot.starts_at}`);
  await deliver(cast, sessionId);
  narrate("checked in and out by the provider; nobody else may mark it delivered");
  await document(cast, sessionId);
  narrate("evidence recorded, session documented");
  await settle(cast, clinic, sessionId);
  narrate("charged and paid; the payment did not move the lifecycle");
  const verified = dataOf(
    "lifecycle.transition to verified",
    await cast.client.call("lifecycle.transition", {
      session_id: sessionId,
      to_state: "verified",
      actor: actorOf("client", cast.client.id),
    }),
  );
  expectEqual("state after the client accepted", verified.attributes.lifecycle.current_state, "verified");
  await checkHistory(cast, sessionId);
  narrate("accepted by the client: verified, with a complete history");
}

async function deliver(cast: Cast, sessionId: string): Promise<void> {
  const provider = actorOf("provider", cast.provider.id);
  const checkedIn = dataOf(
    "delivery.checkin",
    await cast.provider.call("delivery.checkin", { session_id: sessionId, actor: provider, location: PLACE }),
  );
  expectEqual("state after check-in", checkedIn.attributes.lifecycle.current_state, "in_progress");
  const client = actorOf("client", cast.client.id);
  const refused = await cast.client.call("delivery.checkout", { session_id: sessionId, actor: client });
  expectRefused("check-out by the client", refused, 403, "FORBIDDEN");
  const checkedOut = dataOf(
    "delivery.checkout",
    await cast.provider.call("delivery.checkout", { session_id: sessionId, actor: provider, location: PLACE }),
  );
  expectEqual("state after check-out", checkedOut.attributes.lifecycle.current_state, "delivered");
  expectThat("a verification deadline is set", checkedOut.attributes.lifecycle.verification_deadline !== undefined);
}

async function document(cast: Cast, sessionId: string): Promise<void> {
  const provider = actorOf("provider", cast.provider.id);
  const create = () =>
    cast.provider.call("documentation.create", {
      session_id: sessionId,
      content: "Session held as planned; exercises handed out for two weeks.",
      actor: provider,
    });
  expectRefused("documenting without the clinical record", await create(), 422, "EVIDENCE_REQUIRED");
  const recorded = await cast.provider.call("delivery.record_evidence", {
    session_id: sessionId,
    evidence_type: "document",
    data: {
      uri: "https://records.clinica-andes.example/2026/4711",
      document_type: "clinical_record",
      signed_by: ["provider", "client"],
    },
    actor: provider,
  });
  expectEqual("status of recording evidence", recorded.status, 201);
  const documented = dataOf("documentation.create", await create(), 201);
  expectEqual("state after documenting", documented.attributes.lifecycle.current_state, "documented");
}

async function settle(cast: Cast, clinic: Clinic, sessionId: string): Promise<void> {
  const price = clinic.offer.attributes.price;
  const sale = dataOf(
    "payments.create_sale",
    await cast.organization.call("payments.create_sale", {
      client_id: cast.client.id,
      service_id: clinic.offer.id,
      provider_id: cast.provider.id,
      unit_price: price,
      session_id: sessionId,
    }),
    201,
  );
  expectEqual("total of the sale", sale.attributes.total, price);
  expectEqual("state after the sale", (await readSession(cast, sessionId)).lifecycle.current_state, "charged");
  const half = Math.floor(price.value / 2);
  for (const amount of [half, price.value - half]) {
    const paid = await cast.organization.call("payments.record_payment", {
      sale_id: sale.id,
      amount,
      method: "transferencia",
    });
    expectEqual("status of recording a payment", paid.status, 201);
  }
  const session = await readSession(cast, sessionId);
  expectEqual("billing after full payment", session.billing.status, "paid");
  expectEqual("state after full payment", session.lifecycle.current_state, "charged");
  const status = dataOf("payments.get_status", await cast.client.call("payments.get_status", { sale_id: sale.id }));
  expectEqual("balance after full payment", status.attributes.balance, { value: 0, currency: price.currency });
}

async function checkHistory(cast: Cast, sessionId: string): Promise<void> {
  const lifecycle = dataOf(
    "lifecycle.get_state",
    await cast.client.call("lifecycle.get_state", { session_id: sessionId }),
  ).attributes;
  expectEqual(
    "states passed",
    lifecycle.transitions.map((transition) => transition.to),
    ["requested", "scheduled", "confirmed", "in_progress", "delivered", "documented", "charged", "verified"],
  );
  expectEqual("targets of a verified session", lifecycle.available_transitions, []);
}
