import type { Work } from "../lifecycle/author.ts";
import type { ProviderAttributeRow, ProviderProfileRow, ProviderRow } from "../storage/rows.ts";
import { confine } from "../storage/tenancy.ts";
import type { Clinic } from "../testing/clinic.ts";
import { currentAttributes, profileOf } from "./profile-store.ts";

/** For tests: works on a provider's profile inside of the demo clinic. */
export function withProfile<Result>(
  clinic: Clinic,
  name: string,
  act: (work: Work, profile: ProviderProfileRow, provider: ProviderRow) => Promise<Result>,
): Promise<Result> {
  return clinic.demo.node.services.database.transaction(async (all) => {
    const provider = await all.db
      .selectFrom("providers")
      .selectAll()
      .where("id", "=", clinic.id(name))
      .executeTakeFirstOrThrow();
    const work = { tx: confine(all, provider.organizationId), clock: clinic.demo.clock };
    return act(work, await profileOf(work, provider), provider);
  });
}

/** The current attributes of a provider, by key. */
export async function factsOf(clinic: Clinic, name: string): Promise<Map<string, ProviderAttributeRow>> {
  const rows = await withProfile(clinic, name, ({ tx }, profile) => currentAttributes(tx, profile.id));
  return new Map(rows.map((row) => [row.key, row]));
}
