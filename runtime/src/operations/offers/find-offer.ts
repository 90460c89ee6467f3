import { credentialOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { OfferRow } from "../../storage/rows.ts";

/** An offer that the caller may read by its id: public and unlisted ones anybody's, private ones only their own (SVC-DISC-007). */
export async function findReadableOffer(context: OperationContext, id: string): Promise<OfferRow | undefined> {
  const offer = await context.tx.db.selectFrom("offers").selectAll().where("id", "=", id).executeTakeFirst();
  const own = offer?.organizationId === credentialOf(context.caller).organizationId;
  return offer && (own || (offer.visibility !== "private" && offer.active)) ? offer : undefined;
}
