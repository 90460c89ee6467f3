import type { OperationId } from "@servicialo/schema/0.8/operations";
import type { Clock } from "../clock.ts";
import { ProtocolError, ProtocolErrors } from "../errors.ts";
import type { Vault } from "../evidence/vault.ts";
import { newId } from "../ids.ts";
import type { Tx } from "../storage/open-database.ts";
import { organizationByReference } from "../storage/parties.ts";
import type { NewRow } from "../storage/rows.ts";
import type { NodeServices } from "./execute.ts";

/** A call to the public booking lane, which carries no credential to record. */
export interface PublicCall {
  readonly operationId: OperationId;
  /** Slug or id of the organization, as the path has it. */
  readonly organization: string;
  readonly address: string | null;
}

/** Whether an operation belongs to the public booking lane. */
export function isPublicLane(operationId: OperationId | undefined): boolean {
  return operationId?.startsWith("public_bookings.") ?? false;
}

/** Keeps what the lane decided, in the transaction of its effect. */
export async function recordDecision(
  { tx, clock }: { readonly tx: Tx; readonly clock: Clock },
  decision: Omit<NewRow<"public_decisions">, "id" | "at">,
): Promise<void> {
  await tx.db
    .insertInto("public_decisions")
    .values({ ...decision, id: newId("dec", clock), at: clock.now() })
    .execute();
}

/** The caller's address as it is recorded: callers can be told apart, and not be found. */
export function addressHash(vault: Vault, address: string | null): string | null {
  return address === null ? null : vault.digest("public address", address);
}

/** Keeps that somebody looked at a booking: a read has no transaction of its own to write in. */
export async function recordLook(services: NodeServices, call: PublicCall, sessionId: string): Promise<void> {
  await record(services, call, { outcome: "SHOWN", sessionId });
}

/**
 * Keeps a refusal, with more of the reason than the caller is told; faults of the node are none. Of one address that
 * is over its rate, one refusal is kept per window: a flood of calls must not become a flood of rows.
 */
export async function recordRefusal(services: NodeServices, call: PublicCall, refusal: unknown): Promise<void> {
  const error = refusal instanceof ProtocolErrors ? refusal.errors[0] : refusal;
  if (!(error instanceof ProtocolError) || error.status >= 500) return;
  if (error.code === "RATE_LIMITED" && isKeptAlready(services, call)) return;
  const { outcome = error.code, sessionId = null } = error.details.record ?? {};
  await record(services, call, { outcome, sessionId });
}

async function record(
  { database, clock, vault }: NodeServices,
  { operationId, organization, address }: PublicCall,
  decision: { readonly outcome: string; readonly sessionId: string | null },
): Promise<void> {
  await database.transaction(async (tx) => {
    const known = await organizationByReference(tx, organization);
    // What was asked of nobody belongs to nobody's records.
    if (!known) return;
    await recordDecision(
      { tx, clock },
      { organizationId: known.id, addressHash: addressHash(vault, address), operation: operationId, ...decision },
    );
  });
}

/** Until when, in epoch milliseconds, further refusals of an address by one organization are not kept. */
const keptUntil = new WeakMap<NodeServices, Map<string, number>>();
const MOST_REMEMBERED = 10_000;

function isKeptAlready(services: NodeServices, { organization, address }: PublicCall): boolean {
  const remembered = keptUntil.get(services) ?? new Map<string, number>();
  keptUntil.set(services, remembered);
  const now = services.clock.now();
  const key = `${organization} ${address}`;
  if ((remembered.get(key) ?? 0) > now) return true;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, now + services.config.publicRateWindowSeconds * 1000);
  return false;
}
