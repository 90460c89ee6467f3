import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Clock } from "../clock.ts";
import { newId } from "../ids.ts";
import type { Credential, SubjectType } from "../pipeline/caller.ts";
import type { NodeServices } from "../pipeline/execute.ts";
import type { Tx } from "../storage/open-database.ts";
import { preparedQuery } from "../storage/prepared-query.ts";

/** `svk_<prefix>_<secret>`: the prefix finds the row, the whole key is compared by its digest. */
const FORMAT = /^svk_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

/** In place of the digest of a key that is not there; no token has it. */
const NOBODYS = Buffer.alloc(32);

export interface NewApiKey {
  readonly organizationId: string;
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly label?: string;
  readonly mandateId?: string;
  /** The person behind an organization's key, when it stands for one. */
  readonly memberId?: string;
  /** Epoch milliseconds; without it, the key stands until it is revoked. */
  readonly expiresAt?: number;
}

/** A key that was just made. The token is shown this once; only its SHA-256 is stored. */
export interface IssuedApiKey {
  readonly id: string;
  readonly token: string;
}

/** Makes a key of 256 random bits for one subject. */
export async function issueApiKey(tx: Tx, clock: Clock, key: NewApiKey): Promise<IssuedApiKey> {
  const prefix = randomBytes(8).toString("hex");
  const token = `svk_${prefix}_${randomBytes(32).toString("base64url")}`;
  const id = newId("key", clock);
  await tx.db
    .insertInto("credentials")
    .values({
      id,
      organizationId: key.organizationId,
      prefix,
      secretHash: digestOf(token).toString("hex"),
      subjectType: key.subjectType,
      subjectId: key.subjectId,
      memberId: key.memberId ?? null,
      mandateId: key.mandateId ?? null,
      label: key.label ?? null,
      createdAt: clock.now(),
      lastUsedAt: null,
      expiresAt: key.expiresAt ?? null,
      revokedAt: null,
    })
    .execute();
  return { id, token };
}

const credentialBehind = preparedQuery((db, { prefix }: { readonly prefix: string }) =>
  db
    .selectFrom("credentials")
    .innerJoin("organizations", "organizations.id", "credentials.organizationId")
    .selectAll("credentials")
    .select("organizations.slug")
    .where("prefix", "=", prefix),
);

/** The credential behind a token with the slug of its organization; nothing when it is unknown, revoked or expired. */
export async function findCredential(
  services: NodeServices,
  token: string,
): Promise<{ credential: Credential; organizationSlug: string } | null> {
  const prefix = FORMAT.exec(token)?.[1];
  if (prefix === undefined) return null;
  const [row] = await services.database.ask(credentialBehind, { prefix });
  // A key that nobody has takes as long as one with a wrong secret.
  const isKey = timingSafeEqual(digestOf(token), row ? Buffer.from(row.secretHash, "hex") : NOBODYS);
  if (!row || !isKey) return null;
  const now = services.clock.now();
  if (row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= now)) return null;
  const { id, organizationId, subjectType, subjectId, mandateId, memberId } = row;
  const credential = { id, organizationId, subjectType, subjectId, mandateId, memberId };
  return { credential, organizationSlug: row.slug };
}

/** A key that took the place of another one. */
export interface RotatedApiKey extends IssuedApiKey {
  /** Until when the former key goes on working, epoch milliseconds. */
  readonly formerValidUntil: number;
}

/**
 * Makes a new key for whoever an old one was for, and lets both work for a while, so that nobody is locked out while the
 * new one is brought in. A key that was to end lives as long again as the former one did.
 * @param overlapMs how long the former key goes on working; 0 ends it at once
 * @throws {Error} for a key that is unknown, revoked or expired
 */
export async function rotateApiKey(
  tx: Tx,
  clock: Clock,
  { id, overlapMs }: { id: string; overlapMs: number },
): Promise<RotatedApiKey> {
  const now = clock.now();
  const former = await tx.db.selectFrom("credentials").selectAll().where("id", "=", id).executeTakeFirst();
  if (!former || former.revokedAt !== null || (former.expiresAt !== null && former.expiresAt <= now)) {
    throw new Error(`There is no active key ${id}. See keys list.`);
  }
  const { organizationId, subjectType, subjectId, label, mandateId, memberId } = former;
  const issued = await issueApiKey(tx, clock, {
    organizationId,
    subjectType,
    subjectId,
    ...(label !== null && { label }),
    ...(mandateId !== null && { mandateId }),
    ...(memberId !== null && { memberId }),
    ...(former.expiresAt !== null && { expiresAt: now + (former.expiresAt - former.createdAt) }),
  });
  const formerValidUntil = Math.min(former.expiresAt ?? Number.POSITIVE_INFINITY, now + overlapMs);
  const end = overlapMs === 0 ? { revokedAt: now } : { expiresAt: formerValidUntil };
  await tx.db.updateTable("credentials").set(end).where("id", "=", id).execute();
  return { ...issued, formerValidUntil };
}

/** Makes a key useless from the next call on. Answers whether there was one to revoke. */
export async function revokeApiKey(tx: Tx, clock: Clock, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable("credentials")
    .set({ revokedAt: clock.now() })
    .where("id", "=", id)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function digestOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
