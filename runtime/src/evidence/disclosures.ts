import { newId } from "../ids.ts";
import type { Work } from "../lifecycle/author.ts";
import type { Caller } from "../pipeline/caller.ts";
import type { JsonObject } from "../storage/json-shapes.ts";
import type { EvidenceRow, SessionRow } from "../storage/rows.ts";
import type { Vault } from "./vault.ts";

/** A restricted payload that an answer carries. */
export interface Disclosed {
  readonly sessionId: string;
  readonly evidenceId: string;
}

/** What stands in place of a payload that the caller may not read (evidence 6, rule 5). */
const REDACTED: JsonObject = { redacted: true, reason: "restricted_evidence" };

/**
 * Opens the restricted payloads of one call, and keeps in mind which: the pipeline stores an access record for each
 * before the answer leaves, whatever the operation was, and without the records there is no answer (SVC-SENS-004).
 */
export class Disclosures {
  readonly #vault: Vault;
  readonly #caller: Caller;
  readonly #disclosed = new Map<string, Disclosed>();

  constructor(vault: Vault, caller: Caller) {
    this.#vault = vault;
    this.#caller = caller;
  }

  /** What was opened so far. */
  get disclosed(): readonly Disclosed[] {
    return [...this.#disclosed.values()];
  }

  /** The payload of an item of this session, as far as the caller may read it. */
  payloadOf(session: SessionRow, item: EvidenceRow): JsonObject {
    if (item.sealedData === null) return (item.data ?? {}) as JsonObject;
    if (!mayRead(this.#caller, session)) return REDACTED;
    this.#disclosed.set(item.id, { sessionId: session.id, evidenceId: item.id });
    return this.#vault.open(item.id, item.sealedData);
  }
}

/** The session's client, its provider, and its organization; an agent of theirs with the scope for it (evidence 6, rule 5). */
function mayRead({ credential, actor }: Caller, session: SessionRow): boolean {
  if (!credential) return false;
  if (actor?.agent && !actor.agent.scopes.includes("document:read")) return false;
  const { subjectType, subjectId } = credential;
  if (subjectType === "client") return subjectId === session.clientId;
  if (subjectType === "provider") return subjectId === session.providerId;
  return subjectType === "organization" && credential.organizationId === session.organizationId;
}

/** Who gets payloads by which operation. */
export interface Reader {
  readonly caller: Pick<Caller, "credential" | "address" | "requestId"> & { readonly actor?: Caller["actor"] };
  readonly operation: string;
}

/** Stores who got which payload, when and from where. */
export async function recordAccesses(
  work: Work,
  { caller, operation }: Reader,
  disclosed: readonly Disclosed[],
): Promise<void> {
  if (disclosed.length === 0) return;
  const { credential, address, requestId } = caller;
  if (!credential) throw new Error("Restricted evidence was opened for nobody.");
  const { organizationId, id: credentialId } = credential;
  const agent = caller.actor?.agent;
  // An agent has its principal's rights, and answers for itself.
  const subjectType = agent ? "agent" : credential.subjectType;
  const subjectId = agent ? agent.id : credential.subjectId;
  const who = { organizationId, subjectType, subjectId, credentialId, operation, address, requestId };
  const at = work.clock.now();
  const rows = disclosed.map((item) => ({ id: newId("eva", work.clock), ...who, ...item, at }));
  await work.tx.db.insertInto("evidence_accesses").values(rows).execute();
}
