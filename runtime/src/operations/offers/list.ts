import type { Handler } from "../handler.ts";
import { pageOf } from "../paging.ts";
import { discoverableOrganization } from "../registry/organization-profile.ts";
import { offerDocuments, publicOffers } from "./offer-document.ts";

/** The public catalogue of an organization: active, public offers only. */
export const list: Handler<"services.list"> = async ({ tx }, input) => {
  const organization = await discoverableOrganization(tx, input.org_slug);
  const offers = await publicOffers(tx, organization.id);
  const { limit, offset } = pageOf(input);
  const documents = await offerDocuments(tx, offers.slice(offset, offset + limit));
  return { total: offers.length, items: documents.map((attributes) => ({ id: attributes.id, attributes })) };
};
