import { notFound, ProtocolError } from "../errors.ts";
import { actorOf, agentOf, credentialOf } from "../pipeline/caller.ts";
import type { OperationContext } from "../pipeline/context.ts";
import type { MandateRow } from "../storage/rows.ts";
import { lockMandate } from "./lock-mandate.ts";

/** What a caller is to a mandate: its principal, or an administrator of the organization that it holds in. */
export type MandateRole = "principal" | "administrator";

export interface SeenMandate {
  readonly mandate: MandateRow;
  readonly role: MandateRole;
}

/**
 * A mandate, for its principal and the administrators of its organization; an agent sees those of its principal.
 * @throws {ProtocolError} `NOT_FOUND` for everybody else
 */
export async function findMandate(context: OperationContext, id: string): Promise<SeenMandate> {
  const mandate = await context.tx.db.selectFrom("mandates").selectAll().where("id", "=", id).executeTakeFirst();
  return seen(context, mandate);
}

/** The same, held until the end of the transaction: whoever acts under it waits (mandates page 5, rule 6). */
export async function findMandateToChange(context: OperationContext, id: string): Promise<SeenMandate> {
  return seen(context, await lockMandate(context.tx, id));
}

function seen({ caller }: OperationContext, mandate: MandateRow | undefined): SeenMandate {
  const { subjectType, subjectId } = credentialOf(caller);
  if (mandate?.principalId === subjectId) return { mandate, role: "principal" };
  if (mandate && subjectType === "organization") return { mandate, role: "administrator" };
  throw notFound("mandate");
}

/**
 * Who decided, for a record: the agent, the person behind the organization's credential, or the party.
 */
export function deciderOf({ caller }: OperationContext): string {
  return agentOf(caller)?.id ?? credentialOf(caller).memberId ?? actorOf(caller).id;
}

/** @throws {ProtocolError} `CONFLICT` for a mandate that is not in the status that a change starts from */
export function requireStatus(status: string, fitting: readonly string[]): void {
  if (fitting.includes(status)) return;
  throw new ProtocolError("CONFLICT", { detail: `The mandate is ${status}.`, meta: { status } });
}
