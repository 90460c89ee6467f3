import { newId } from "../ids.ts";
import type { Work } from "../lifecycle/author.ts";
import type { MemberRow } from "../storage/rows.ts";

export interface NewMember {
  readonly name: string;
  readonly email?: string | undefined;
}

/**
 * Adds a person to an organization. The same person may be in several, with a record in each.
 * @throws {Error} when an active member has that e-mail already
 */
export async function addMember(
  { tx, clock }: Work,
  organizationId: string,
  { name, email, role }: NewMember & { role: MemberRow["role"] },
): Promise<MemberRow> {
  if (name.trim() === "") throw new Error("A member needs a name.");
  const address = email?.toLowerCase() ?? null;
  if (address !== null) {
    const known = await tx.db
      .selectFrom("members")
      .select("id")
      .where("organizationId", "=", organizationId)
      .where("email", "=", address)
      .where("active", "=", true)
      .executeTakeFirst();
    if (known) throw new Error(`${address} is a member already: ${known.id}.`);
  }
  const row: MemberRow = {
    id: newId("mem", clock),
    organizationId,
    name,
    email: address,
    role,
    active: true,
    createdAt: clock.now(),
  };
  await tx.db.insertInto("members").values(row).execute();
  return row;
}

/**
 * Ends a membership, and with it the keys that stood for this person.
 * @throws {Error} for an unknown member, and for the last administrator
 */
export async function removeMember(
  { tx, clock }: Work,
  organizationId: string,
  id: string,
): Promise<{ revokedKeys: number }> {
  const member = await activeMember({ tx, clock }, organizationId, id);
  const administrators = (await listMembers({ tx, clock }, organizationId)).filter(
    ({ active, role }) => active && role === "administrator",
  );
  if (administrators.length === 1 && administrators[0]?.id === member.id) {
    throw new Error(`${member.name} is the last administrator. Add another one first.`);
  }
  await tx.db.updateTable("members").set({ active: false }).where("id", "=", id).execute();
  const { numUpdatedRows } = await tx.db
    .updateTable("credentials")
    .set({ revokedAt: clock.now() })
    .where("organizationId", "=", organizationId)
    .where("memberId", "=", id)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  return { revokedKeys: Number(numUpdatedRows) };
}

/** Members of an organization, former ones included, by name. */
export async function listMembers({ tx }: Work, organizationId: string): Promise<MemberRow[]> {
  return tx.db
    .selectFrom("members")
    .selectAll()
    .where("organizationId", "=", organizationId)
    .orderBy("name")
    .orderBy("id")
    .execute();
}

/** @throws {Error} when the organization has no such active member */
export async function activeMember({ tx }: Work, organizationId: string, id: string): Promise<MemberRow> {
  const member = await tx.db
    .selectFrom("members")
    .selectAll()
    .where("id", "=", id)
    .where("organizationId", "=", organizationId)
    .where("active", "=", true)
    .executeTakeFirst();
  if (!member) throw new Error(`The organization has no active member ${id}. See members list.`);
  return member;
}
