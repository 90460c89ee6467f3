import { defineEntity, p } from "@mikro-orm/core";
import { instant } from "../safe-integer.ts";
import { Organization } from "./organization.ts";

/** A person of an organization; an `administrator` may settle disputes and issue mandates. */
export const Member = defineEntity({
  name: "Member",
  tableName: "members",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    name: p.string(),
    email: p.string().nullable(),
    role: p.string().$type<"administrator" | "staff">(),
    active: p.boolean().default(true),
    createdAt: instant(),
  },
  indexes: [{ properties: ["organizationId", "role"] }],
});
