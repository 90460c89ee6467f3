import { notFound } from "../../errors.ts";
import { findReadableSession } from "../../lifecycle/find-session.ts";
import { contractWarnings } from "../../rules/default-contract.ts";
import type { ContractTerms } from "../../storage/json-shapes.ts";
import { organizationByReference } from "../../storage/parties.ts";
import type { Handler } from "../handler.ts";
import { findReadableOffer } from "./find-offer.ts";
import { contractDocument, currentContract } from "./offer-document.ts";

/** The rules before acting: of an offer the newest, of a session those it was booked under. */
export const contract: Handler<"contract.get"> = async (context, input) => {
  const organization = await organizationByReference(context.tx, input.org_id);
  if (!organization) throw notFound("organization", { parameter: "org_id" });
  const offer = await findReadableOffer(context, input.service_id);
  if (offer) {
    if (offer.organizationId !== organization.id) throw notFound("service of this organization");
    const { version, terms } = await currentContract(context.tx, offer.id);
    return {
      id: offer.id,
      attributes: contractDocument(offer.id, organization.id, version, terms as ContractTerms),
      ...warned(terms),
    };
  }
  const session = await findReadableSession(context, input.service_id);
  if (session.organizationId !== organization.id) throw notFound("service of this organization");
  const attributes = contractDocument(
    session.offerId,
    organization.id,
    session.contractVersion,
    session.contract as ContractTerms,
  );
  return { id: session.offerId, attributes, ...warned(session.contract) };
};

/** What is valid, and worth knowing (D-33). */
function warned(terms: unknown) {
  const warnings = contractWarnings(terms as ContractTerms);
  return warnings.length > 0 ? { meta: { warnings } } : {};
}
