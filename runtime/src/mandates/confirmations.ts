import type { OperationId } from "@servicialo/schema/0.8/operations";
import type { Approver, ConfirmationReason } from "@servicialo/schema/0.8/types";
import { ProtocolError } from "../errors.ts";
import { newId } from "../ids.ts";
import type { Work } from "../lifecycle/author.ts";
import type { ConfirmationRow, MandateRow } from "../storage/rows.ts";
import type { ActionAmount } from "./autonomy.ts";
import { confirmationStatus } from "./confirmation-document.ts";
import { PARTY_OF } from "./sides.ts";
import { summaryOf } from "./summary.ts";
import type { WatchedMove } from "./watch-moves.ts";

/** How long a question stands, in milliseconds; never longer than the mandate (mandates page 10.5). */
const LIFE_MS = 24 * 60 * 60 * 1000;

/** A call that a human has to agree to. */
export interface AskedCall {
  readonly operationId: OperationId;
  readonly digest: string;
  readonly reason: ConfirmationReason;
  readonly resourceId: string | null;
  readonly moves: readonly WatchedMove[];
  readonly amount: ActionAmount | null;
}

/** Puts the question to a human; the same call asked again, while nobody has refused, is the same question. */
export async function askHuman(work: Work, mandate: MandateRow, call: AskedCall): Promise<ConfirmationRow> {
  const now = work.clock.now();
  const known = await work.tx.db
    .selectFrom("confirmation_requests")
    .selectAll()
    .where("mandateId", "=", mandate.id)
    .where("action", "=", call.operationId)
    .where("inputDigest", "=", call.digest)
    .where("status", "in", ["pending", "approved"])
    .where("expiresAt", ">", now)
    .executeTakeFirst();
  if (known) return known;
  const approver = approverOf(mandate, call.moves);
  const amount = call.amount === "unknown" ? null : call.amount;
  const expiresAt = Math.min(now + LIFE_MS, mandate.expiresAt);
  const row: ConfirmationRow = {
    id: newId("cnf", work.clock),
    organizationId: mandate.organizationId,
    mandateId: mandate.id,
    agentId: mandate.agentId,
    principalId: mandate.principalId,
    approverType: approver.type,
    approverId: approver.id,
    action: call.operationId,
    resourceId: call.resourceId,
    summary: await summaryOf(work, mandate, call),
    amountMinor: amount?.minor ?? null,
    currency: amount?.currency ?? null,
    reason: call.reason,
    inputDigest: call.digest,
    status: "pending",
    createdAt: now,
    expiresAt,
    lapsesTo: expiresAt === mandate.expiresAt ? "voided" : "expired",
    decidedAt: null,
    decidedBy: null,
    consumedAt: null,
  };
  await work.tx.db.insertInto("confirmation_requests").values(row).execute();
  return row;
}

/**
 * The human's yes that a call names, if it is usable for exactly this call (mandates page 10.4).
 * @throws {ProtocolError} `CONFIRMATION_INVALID`, with the status where the question is this mandate's
 */
export async function requireApproval(
  work: Work,
  mandate: MandateRow,
  call: { readonly id: string; readonly operationId: OperationId; readonly digest: string },
): Promise<ConfirmationRow> {
  const row = await work.tx.db
    .selectFrom("confirmation_requests")
    .selectAll()
    .where("id", "=", call.id)
    .where("mandateId", "=", mandate.id)
    .executeTakeFirst();
  if (!row) throw unusable("There is no such confirmation for this mandate.");
  const status = confirmationStatus(row, work.clock.now());
  if (row.action !== call.operationId || row.inputDigest !== call.digest) {
    throw unusable("The confirmation was given for another input.", { status });
  }
  if (status !== "approved") throw unusable(`The confirmation is ${status}.`, { status });
  return row;
}

/** Uses an approval up, together with what it allowed: exactly once. */
export async function consumeApproval({ tx, clock }: Work, { id }: ConfirmationRow): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable("confirmation_requests")
    .set({ status: "consumed", consumedAt: clock.now() })
    .where("id", "=", id)
    .where("status", "=", "approved")
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw unusable("The confirmation was used meanwhile.", { status: "consumed" });
}

/** Makes every question of a mandate void that is still open. */
export async function voidConfirmations({ tx, clock }: Work, mandateId: string): Promise<void> {
  await tx.db
    .updateTable("confirmation_requests")
    .set({ status: "voided" })
    .where("mandateId", "=", mandateId)
    .where("status", "in", ["pending", "approved"])
    .where("expiresAt", ">", clock.now())
    .execute();
}

/** Rows of the machines that somebody else than the principal has to agree to (mandates page 10.3). */
const CLIENTS_SAY = ["L-10", "L-13", "L-14", "L-15", "O-05"];
const ADMINISTRATORS_SAY = ["L-16", "L-17"];

function approverOf(mandate: MandateRow, moves: readonly WatchedMove[]): Approver {
  const clients = moves.find(({ id }) => CLIENTS_SAY.includes(id));
  const clientId = clients?.session?.clientId ?? clients?.order?.clientId;
  if (clientId !== undefined) return { type: "client", id: clientId };
  if (moves.some(({ id }) => ADMINISTRATORS_SAY.includes(id)))
    return { type: "organization", id: mandate.organizationId };
  return { type: PARTY_OF[mandate.principalType], id: mandate.principalId };
}

function unusable(detail: string, meta: Record<string, unknown> = {}): ProtocolError {
  return new ProtocolError("CONFIRMATION_INVALID", { detail, meta });
}
