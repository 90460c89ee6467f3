import { defineEntity, p } from "@mikro-orm/core";
import { instant } from "../safe-integer.ts";
import { Organization } from "./organization.ts";

/** Who receives (objects page 3). Records are per organization; the e-mail is stored lower case. */
export const Client = defineEntity({
  name: "Client",
  tableName: "clients",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    email: p.string().nullable(),
    phone: p.string().nullable(),
    name: p.string(),
    lastName: p.string(),
    defaultPayerId: p.string().nullable(),
    /** The client's usual provider, preferred by automatic assignment. */
    titularProviderId: p.string().nullable(),
    noShowCount: p.integer().default(0),
    createdAt: instant(),
  },
  uniques: [{ properties: ["organizationId", "email"] }],
  indexes: [{ properties: ["organizationId", "phone"] }],
});
