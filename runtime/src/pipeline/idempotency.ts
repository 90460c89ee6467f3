import { randomUUID } from "node:crypto";
import { ProtocolError } from "../errors.ts";
import { type Disclosed, type Reader, recordAccesses } from "../evidence/disclosures.ts";
import type { Vault } from "../evidence/vault.ts";
import type { Tx } from "../storage/open-database.ts";
import { preparedQuery, preparedWrite } from "../storage/prepared-query.ts";
import type { IdempotencyRow, NewRow } from "../storage/rows.ts";
import type { NodeServices } from "./execute.ts";

/** Who repeats what: a key belongs to one credential subject, method and path (D-26). */
export interface IdempotencyScope {
  readonly subject: string;
  readonly method: string;
  readonly path: string;
  readonly key: string;
  /** Digest of the request as it arrived. */
  readonly fingerprint: string;
}

/** A key that one request has taken. After its process was thought dead another one may hold a claim of its own. */
export interface IdempotencyClaim extends IdempotencyScope {
  readonly claimId: string;
}

/** An answer as it went out, byte for byte. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: string;
}

/** A key is free again after 24 hours (D-26). */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** A request that never finished, because its process died, frees its key after this long. */
const ABANDONED_MS = 60 * 1000;

const recordOf = preparedQuery((db, named: ReturnType<typeof identity>) =>
  db
    .selectFrom("idempotency_records")
    .selectAll()
    .where((row) => row.and(named)),
);
const forgetExpired = preparedWrite((db, { now }: { readonly now: number }) =>
  db.deleteFrom("idempotency_records").where("expiresAt", "<=", now),
);
const insertRecord = preparedWrite((db, row: NewRow<"idempotency_records">) =>
  db.insertInto("idempotency_records").values(row),
);
const finishRecord = preparedWrite(
  (db, { id, ...answer }: Pick<IdempotencyRow, "id" | "responseStatus" | "responseBody" | "disclosed">) =>
    db
      .updateTable("idempotency_records")
      .set({ ...answer, status: "finished" })
      .where("id", "=", id)
      .where("status", "=", "running"),
);

/**
 * Takes a key for a request, or gives back the answer that it got before. Restricted evidence that the answer shows is
 * read once more by that, and recorded like every other access (SVC-SENS-004).
 * @throws {ProtocolError} `IDEMPOTENCY_KEY_REUSED` for another request, `IDEMPOTENCY_IN_PROGRESS` while the first runs
 */
export async function claimKey(
  services: NodeServices,
  scope: IdempotencyScope,
  reader: Reader,
): Promise<StoredAnswer | IdempotencyClaim> {
  const { clock } = services;
  const now = clock.now();
  return services.database.transaction(async (tx) => {
    const known = await find(tx, scope);
    if (known && !isFree(known, now)) {
      const replay = replayOf(services.vault, known, scope);
      await recordAccesses({ tx, clock }, reader, (known.disclosed ?? []) as Disclosed[]);
      return replay;
    }
    if (known) await tx.db.deleteFrom("idempotency_records").where("id", "=", known.id).execute();
    await forgetExpired.run(tx, { now });
    const { subject, method, path, key, fingerprint } = scope;
    const claimId = randomUUID();
    const row = { id: claimId, subject, method, path, key, fingerprint, responseStatus: null, responseBody: null };
    const times = { createdAt: now, expiresAt: now + KEPT_MS };
    await insertRecord.run(tx, { ...row, ...times, disclosed: null, status: "running" });
    return { ...scope, claimId };
  });
}

function isFree(known: IdempotencyRow, now: number): boolean {
  return now >= known.expiresAt || (known.status === "running" && now >= known.createdAt + ABANDONED_MS);
}

function replayOf(vault: Vault, known: IdempotencyRow, scope: IdempotencyScope): StoredAnswer {
  if (known.fingerprint !== scope.fingerprint) {
    throw new ProtocolError("IDEMPOTENCY_KEY_REUSED", {
      detail: "This Idempotency-Key belongs to another request. Take a new one.",
    });
  }
  if (known.responseStatus === null || known.responseBody === null) {
    throw new ProtocolError("IDEMPOTENCY_IN_PROGRESS", {
      detail: "The first request with this key still runs.",
      meta: { retry_after: 1 },
    });
  }
  return { status: known.responseStatus, body: vault.openText(sealOf(scope), known.responseBody) };
}

/**
 * Keeps an answer in the transaction of its effect: both are there afterwards, or neither. It may show restricted
 * evidence, so it is sealed like that (evidence 6).
 * @throws {ProtocolError} `IDEMPOTENCY_IN_PROGRESS` when the request took so long that its key went to another one: then
 *   that one has the effect, and this one has none
 */
export async function rememberAnswer(
  store: { tx: Tx; vault: Vault },
  claim: IdempotencyClaim,
  answer: StoredAnswer,
  disclosed: readonly Disclosed[] = [],
): Promise<void> {
  if (await keepAnswer(store, claim, { ...answer, disclosed })) return;
  throw new ProtocolError("IDEMPOTENCY_IN_PROGRESS", {
    detail: "The request took so long that its key was given to a repetition of it.",
    meta: { retry_after: 1 },
  });
}

/** Answers false when the key is no longer this request's. */
async function keepAnswer(
  { tx, vault }: { tx: Tx; vault: Vault },
  claim: IdempotencyClaim,
  { status, body, disclosed }: StoredAnswer & { readonly disclosed: readonly Disclosed[] },
): Promise<boolean> {
  const responseBody = vault.sealText(sealOf(claim), body);
  const answer = { id: claim.claimId, responseStatus: status, responseBody, disclosed: [...disclosed] };
  return (await finishRecord.run(tx, answer)) > 0;
}

/** Keeps a refusal; its transaction was rolled back, so it has one of its own. */
export async function rememberRefusal(
  { database, vault }: NodeServices,
  claim: IdempotencyClaim,
  answer: StoredAnswer,
): Promise<void> {
  await database.transaction((tx) => keepAnswer({ tx, vault }, claim, { ...answer, disclosed: [] }));
}

/** Frees a key whose request was refused in a way that a later try may mend. */
export async function releaseKey(services: NodeServices, claim: IdempotencyClaim): Promise<void> {
  await services.database.transaction(async (tx) => {
    await tx.db
      .deleteFrom("idempotency_records")
      .where("id", "=", claim.claimId)
      .where("status", "=", "running")
      .execute();
  });
}

async function find(tx: Tx, scope: IdempotencyScope): Promise<IdempotencyRow | undefined> {
  return recordOf.first(tx, identity(scope));
}

/** What a sealed answer is bound to. */
export function sealOf({ subject, method, path, key }: Omit<IdempotencyScope, "fingerprint">): string {
  return JSON.stringify([subject, method, path, key]);
}

function identity({ subject, method, path, key }: IdempotencyScope) {
  return { subject, method, path, key };
}
