import { newId } from "../ids.ts";
import type { Work } from "../lifecycle/author.ts";
import type { PublicationConsentRow } from "../storage/rows.ts";
import { activeMember } from "./members.ts";

/** An act of publishing, or of taking it back. */
export interface Publication {
  readonly organizationId: string;
  /** Who consents: an administrator, in person. */
  readonly memberId: string;
  readonly discoverable: boolean;
}

/**
 * Publishes an organization in search and cards, or takes it out, and records who consented and when. An organization is
 * published only ever by such an act (objects page 1).
 * @throws {Error} for anybody but an active administrator of it
 */
export async function decidePublication(
  work: Work,
  { organizationId, memberId, discoverable }: Publication,
): Promise<void> {
  const member = await activeMember(work, organizationId, memberId);
  if (member.role !== "administrator") throw new Error(`${member.name} is no administrator and cannot decide this.`);
  const { db } = work.tx;
  await db.updateTable("organizations").set({ discoverable }).where("id", "=", organizationId).execute();
  await db
    .insertInto("publication_consents")
    .values({ id: newId("csn", work.clock), organizationId, memberId, discoverable, at: work.clock.now() })
    .execute();
}

/** Every such act, oldest first. */
export async function publicationConsents({ tx }: Work, organizationId: string): Promise<PublicationConsentRow[]> {
  return tx.db
    .selectFrom("publication_consents")
    .selectAll()
    .where("organizationId", "=", organizationId)
    .orderBy("at")
    .orderBy("id")
    .execute();
}
