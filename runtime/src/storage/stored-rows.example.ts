import type { Tx } from "./open-database.ts";
import type { NewRow } from "./rows.ts";

/** Rows for the tests of the storage: an organization with a provider. */
export const organization: NewRow<"organizations"> = {
  id: "org_1",
  slug: "org-1",
  name: "Clinic",
  description: null,
  vertical: "salud",
  country: "cl",
  location: null,
  timezone: "America/Santiago",
  currency: "CLP",
  contactEmail: null,
  website: null,
  discoverable: true,
  booking: { min_advance_minutes: 30 },
  createdAt: 1_800_000_000_000,
};
export const provider: NewRow<"providers"> = {
  id: "prv_1",
  organizationId: "org_1",
  name: "Provider",
  email: null,
  specialties: ["knee"],
  credentials: [],
  profileId: null,
  timezone: null,
  priority: 0,
  lastAssignedAt: null,
  noShowCount: 0,
  active: true,
  createdAt: 0,
};

export async function plant(tx: Tx): Promise<void> {
  await tx.db.insertInto("organizations").values(organization).execute();
  await tx.db.insertInto("providers").values(provider).execute();
}

/** A number to be counted up: the provider's priority. */
export const priority = async (tx: Tx): Promise<number> =>
  (await tx.db.selectFrom("providers").select("priority").executeTakeFirstOrThrow()).priority;
export const setPriority = (tx: Tx, value: number) => tx.db.updateTable("providers").set({ priority: value }).execute();

/** Reads, then writes what it computed: right only when nobody writes in between. */
export const increment = async (tx: Tx) => setPriority(tx, (await priority(tx)) + 1);
