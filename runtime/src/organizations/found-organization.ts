import { type IssuedApiKey, issueApiKey } from "../credentials/api-keys.ts";
import { newId } from "../ids.ts";
import type { Work } from "../lifecycle/author.ts";
import { isCurrency } from "../money.ts";
import { isTimeZone } from "../scheduling/local-time.ts";
import type { MemberRow, OrganizationRow } from "../storage/rows.ts";
import { addMember, type NewMember } from "./members.ts";

/** What an organization begins with; everything else comes later (objects page 1). */
export interface NewOrganization {
  readonly slug: string;
  readonly name: string;
  readonly vertical: string;
  /** ISO 3166-1 alpha-2, lower case. */
  readonly country: string;
  /** IANA. */
  readonly timezone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly description?: string | undefined;
  readonly location?: string | undefined;
  readonly contactEmail?: string | undefined;
  readonly website?: string | undefined;
}

export interface Founding {
  readonly organization: OrganizationRow;
  readonly administrator: MemberRow;
  /** The first key: the organization's, in the name of its administrator. Shown this once. */
  readonly key: IssuedApiKey;
}

const SLUG = /^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$/;

/**
 * Takes a new organization in: nobody finds it before a member publishes it. Its first key lets it do everything else.
 * @param keyExpiresAt epoch milliseconds; without it, the first key stands until it is revoked
 * @throws {Error} naming what is wrong, or that the slug is taken
 */
export async function foundOrganization(
  work: Work,
  wanted: NewOrganization,
  { administrator: person, keyExpiresAt }: { administrator: NewMember; keyExpiresAt?: number | undefined },
): Promise<Founding> {
  judge(wanted);
  const { db } = work.tx;
  const taken = await db.selectFrom("organizations").select("id").where("slug", "=", wanted.slug).executeTakeFirst();
  if (taken) throw new Error(`The slug ${wanted.slug} is taken.`);
  const id = newId("org", work.clock);
  const { description = null, location = null, contactEmail = null, website = null, ...rest } = wanted;
  await db
    .insertInto("organizations")
    .values({
      id,
      ...rest,
      description,
      location,
      contactEmail,
      website,
      discoverable: false,
      booking: {},
      createdAt: work.clock.now(),
    })
    .execute();
  const administrator = await addMember(work, id, { ...person, role: "administrator" });
  const key = await issueApiKey(work.tx, work.clock, {
    organizationId: id,
    subjectType: "organization",
    subjectId: id,
    memberId: administrator.id,
    label: "first key",
    ...(keyExpiresAt !== undefined && { expiresAt: keyExpiresAt }),
  });
  const organization = await db.selectFrom("organizations").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  return { organization, administrator, key };
}

function judge({ slug, name, vertical, country, timezone, currency }: NewOrganization): void {
  if (!SLUG.test(slug)) throw new Error(`"${slug}" is no slug: 3 to 48 of a-z, 0-9 and inner hyphens.`);
  if (name.trim() === "" || name.length > 200) throw new Error("The name has 1 to 200 characters.");
  if (vertical.trim() === "" || vertical.length > 100) throw new Error("The vertical has 1 to 100 characters.");
  if (!/^[a-z]{2}$/.test(country)) throw new Error(`"${country}" is no country: two small letters, such as cl.`);
  if (!isTimeZone(timezone)) throw new Error(`"${timezone}" is no zone of the IANA database.`);
  if (!isCurrency(currency)) throw new Error(`"${currency}" is no currency of ISO 4217.`);
}
