import { expect } from "vitest";
import { verifyLedger } from "../billing/verify-ledger.ts";
import { type Clinic, succeeded } from "./clinic.ts";
import type { TestAnswer } from "./party-client.ts";

/** The terms of a package of María's: twelve sessions for 360,000 CLP, paid upfront. */
export function packageTerms(clinic: Clinic, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    organization_id: clinic.demo.as("organization").id,
    client_id: clinic.id("María"),
    payer_id: clinic.id("María"),
    scope: { description: "Twelve sessions", service_types: ["physical_therapy_session"], quantity_limit: 12 },
    term: { type: "per_event", starts_at: "2026-03-01T00:00:00-03:00", ends_at: "2026-06-01T00:00:00-04:00" },
    pricing: { model: "fixed", currency: "CLP", fixed_amount: 360_000 },
    payment_schedule: { type: "upfront" },
    ...changes,
  };
}

/** Drafts an order; answers its id. */
export async function draftOrder(clinic: Clinic, changes: Record<string, unknown> = {}): Promise<string> {
  return succeeded(await clinic.call("organization", "service_orders.create", packageTerms(clinic, changes))).body.data
    .id;
}

/** Drafts, proposes and accepts an order; answers its id. */
export async function activeOrder(clinic: Clinic, changes: Record<string, unknown> = {}): Promise<string> {
  const id = await draftOrder(clinic, changes);
  succeeded(await clinic.call("organization", "service_orders.propose", { order_id: id }));
  succeeded(await clinic.call("client", "service_orders.activate", { order_id: id }));
  return id;
}

/** The ledger as the organization reads it. */
export async function ledgerOf(clinic: Clinic, id: string): Promise<TestAnswer["body"]> {
  return succeeded(await clinic.call("organization", "service_orders.get_ledger", { order_id: id })).body.data
    .attributes;
}

/** The sales that an order has issued, oldest first. */
export async function salesOf(clinic: Clinic, orderId: string): Promise<TestAnswer["body"][]> {
  const { body } = succeeded(
    await clinic.call("organization", "payments.get_status", { client_id: clinic.id("María") }),
  );
  return body.data.attributes.sales
    .filter(
      (sale: { service_order_id?: string; transactional: boolean }) =>
        sale.service_order_id === orderId && sale.transactional,
    )
    .toReversed();
}

/** Records a payment by transfer. */
export function pay(clinic: Clinic, saleId: string, amount: number): Promise<TestAnswer> {
  return clinic.call("organization", "payments.record_payment", { sale_id: saleId, amount, method: "transferencia" });
}

/** Expects that every figure of the node follows from its recorded events. */
export async function expectLedgerToHold(clinic: Clinic): Promise<void> {
  const { differences } = await clinic.demo.node.services.database.read(verifyLedger);
  expect(differences).toEqual([]);
}
