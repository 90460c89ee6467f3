import { defineEntity, p } from "@mikro-orm/core";
import type { ContractTerms } from "../json-shapes.ts";
import { instant } from "../safe-integer.ts";
import { Offer } from "./offer.ts";
import { Organization } from "./organization.ts";

/** One version of an offer's contract (objects page 12). A session keeps a copy of the terms it was booked under. */
export const Contract = defineEntity({
  name: "Contract",
  tableName: "contracts",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    offerId: () => p.manyToOne(Offer).mapToPk().name("offer_id").index(false),
    version: p.integer(),
    terms: p.json<ContractTerms>(),
    createdAt: instant(),
  },
  uniques: [{ properties: ["offerId", "version"] }],
});
