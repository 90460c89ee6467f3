import type { Contract, ServiceOffer } from "@servicialo/schema/0.8/types";
import { toMoney } from "../../money.ts";
import type { ContractTerms } from "../../storage/json-shapes.ts";
import type { Tx } from "../../storage/open-database.ts";
import { preparedQuery } from "../../storage/prepared-query.ts";
import type { ContractRow, OfferRow } from "../../storage/rows.ts";

/** What is listed: active and public offers by name. */
export async function publicOffers(tx: Tx, organizationId: string): Promise<OfferRow[]> {
  return tx.db
    .selectFrom("offers")
    .selectAll()
    .where("organizationId", "=", organizationId)
    .where("active", "=", true)
    .where("visibility", "=", "public")
    .orderBy("name")
    .orderBy("id")
    .execute();
}

/** Catalog entries as the protocol shows them (objects page 4), in two queries however many there are. */
export async function offerDocuments(tx: Tx, offers: readonly OfferRow[]): Promise<ServiceOffer[]> {
  if (offers.length === 0) return [];
  const ids = offers.map((offer) => offer.id);
  const assignments = await tx.db
    .selectFrom("offer_providers")
    .innerJoin("providers", "providers.id", "offer_providers.providerId")
    .select(["offer_providers.offerId", "offer_providers.providerId"])
    .where("offer_providers.offerId", "in", ids)
    .where("providers.active", "=", true)
    .orderBy("offer_providers.providerId")
    .execute();
  const contracts = await currentContracts(tx, ids);
  return offers.map((offer) => {
    const providerIds = assignments.filter((row) => row.offerId === offer.id).map((row) => row.providerId);
    return offerDocument(offer, providerIds, contracts.get(offer.id));
  });
}

function offerDocument(offer: OfferRow, providerIds: string[], contract: ContractRow | undefined): ServiceOffer {
  return {
    id: offer.id,
    organization_id: offer.organizationId,
    type: offer.type,
    vertical: offer.vertical,
    name: offer.name,
    ...(offer.description !== null && { description: offer.description }),
    duration_minutes: offer.durationMinutes,
    price: toMoney(offer.priceMinor, offer.currency),
    modality: offer.modality,
    requirements: offer.requirements,
    visibility: offer.visibility,
    requires_resource: offer.requiresResource,
    ...(offer.location !== null && { location: offer.location }),
    ...(contract && { required_evidence: (contract.terms as ContractTerms).required_evidence }),
    provider_ids: providerIds,
    requires_prepayment: offer.requiresPrepayment,
    active: offer.active,
  } as ServiceOffer;
}

const contractsOf = preparedQuery(
  (db, { offerIds }: { readonly offerIds: readonly string[] }) =>
    db.selectFrom("contracts").selectAll().where("offerId", "in", offerIds).orderBy("version"),
  "offerIds",
);

/** The newest contract of each offer. */
async function currentContracts(tx: Tx, offerIds: readonly string[]): Promise<Map<string, ContractRow>> {
  const rows = await contractsOf.all(tx, { offerIds });
  return new Map(rows.map((row) => [row.offerId, row]));
}

/** The contract that a booking of this offer would be bound by now. */
export async function currentContract(tx: Tx, offerId: string): Promise<ContractRow> {
  const contract = (await currentContracts(tx, [offerId])).get(offerId);
  if (!contract) throw new Error(`The offer ${offerId} has no contract.`);
  return contract;
}

/** The rules of a delivery as the protocol shows them (objects page 12). */
export function contractDocument(
  offerId: string,
  organizationId: string,
  version: number,
  terms: ContractTerms,
): Contract {
  return { service_id: offerId, organization_id: organizationId, version, ...terms } as unknown as Contract;
}
