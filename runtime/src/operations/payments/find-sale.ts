import { notFound, ProtocolError } from "../../errors.ts";
import { actorOf, credentialOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { SaleRow } from "../../storage/rows.ts";

/** @throws {ProtocolError} `NOT_FOUND` for an unknown or foreign sale, and for who is neither its client nor its payer */
export async function findSale(context: OperationContext, id: string): Promise<SaleRow> {
  const { organizationId, subjectType, subjectId } = credentialOf(context.caller);
  const sale = await context.tx.db
    .selectFrom("sales")
    .selectAll()
    .where("id", "=", id)
    .where("organizationId", "=", organizationId)
    .executeTakeFirst();
  if (!sale || (subjectType === "client" && sale.clientId !== subjectId && sale.payerId !== subjectId))
    throw notFound("sale");
  return sale;
}

/** @throws {ProtocolError} `FORBIDDEN` unless the organization or the sale's own provider acts */
export function requireMoneyRole(context: OperationContext, providerId: string | null): void {
  const actor = actorOf(context.caller);
  if (actor.type === "organization" || (actor.type === "provider" && actor.id === providerId)) return;
  throw new ProtocolError("FORBIDDEN", { detail: "Only the provider and the organization record money." });
}
