import type { Work } from "../lifecycle/author.ts";
import { addMember } from "../organizations/members.ts";
import { decidePublication } from "../organizations/publication.ts";
import { declareAttribute, profileOf } from "../profiles/profile-store.ts";
import { addCalendarException, type NewCalendarException } from "../scheduling/change-calendar.ts";
import type { ExceptionsSeed, OrganizationSeed } from "./seed-document.ts";

/** Stores what an organization may have beside its catalogue: members, consent, holidays, and what is known of providers. */
export async function plantParticulars(
  work: Work,
  organizationId: string,
  seed: OrganizationSeed,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  await plantMembers(work, organizationId, seed);
  const house = { organizationId, calendar: "organization", subjectId: organizationId } as const;
  await plantExceptions(work, house, seed.exceptions);
  for (const { ref, exceptions } of seed.resources) {
    await plantExceptions(work, { organizationId, calendar: "resource", subjectId: ids.get(ref) ?? ref }, exceptions);
  }
  for (const { ref, exceptions, profile } of seed.providers) {
    const subjectId = ids.get(ref) ?? ref;
    await plantExceptions(work, { organizationId, calendar: "provider", subjectId }, exceptions);
    if (profile) await plantProfile(work, subjectId, profile);
  }
}

async function plantMembers(work: Work, organizationId: string, seed: OrganizationSeed): Promise<void> {
  const members = new Map<string, string>();
  for (const { ref, name, email, role } of seed.members ?? []) {
    const { id } = await addMember(work, organizationId, { name, email, role });
    members.set(ref, id);
  }
  if (seed.published_by === undefined) return;
  const memberId = members.get(seed.published_by);
  if (memberId === undefined)
    throw new Error(`The seed document names ${seed.published_by}, which is no member of ${seed.slug}.`);
  await decidePublication(work, { organizationId, memberId, discoverable: seed.discoverable });
}

async function plantExceptions(
  work: Work,
  calendar: Pick<NewCalendarException, "organizationId" | "calendar" | "subjectId">,
  exceptions: ExceptionsSeed = [],
): Promise<void> {
  for (const { from, to, start, end, open = false, reason } of exceptions) {
    await addCalendarException(work, {
      ...calendar,
      dateFrom: from,
      dateTo: to,
      startTime: start,
      endTime: end,
      isAvailable: open,
      reason,
    });
  }
}

async function plantProfile(
  work: Work,
  providerId: string,
  facts: NonNullable<OrganizationSeed["providers"][number]["profile"]>,
): Promise<void> {
  const provider = await work.tx.db
    .selectFrom("providers")
    .selectAll()
    .where("id", "=", providerId)
    .executeTakeFirstOrThrow();
  const profile = await profileOf(work, provider);
  for (const [key, { value, visibility }] of Object.entries(facts))
    await declareAttribute(work, profile, { key, value, visibility });
}
