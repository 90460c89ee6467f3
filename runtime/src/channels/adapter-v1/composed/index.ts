import type { ComposedAnswer } from "@servicialo/schema/0.8/adapter-binding";
import { availabilityOfAllOffers } from "./availability-of-all-offers.ts";
import type { Composer } from "./composer.ts";
import { organizationCatalogue } from "./organization-catalogue.ts";
import { organizationsOfAllVerticals } from "./organizations-of-all-verticals.ts";
import { saleOfSession } from "./sale-of-session.ts";

/** Every answer that takes more than one operation. */
export const composers: Record<ComposedAnswer, Composer> = {
  "availability-of-all-offers": availabilityOfAllOffers,
  "organization-catalogue": organizationCatalogue,
  "organizations-of-all-verticals": organizationsOfAllVerticals,
  "sale-of-session": saleOfSession,
};
