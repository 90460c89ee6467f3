import { defineEntity, p } from "@mikro-orm/core";
import { instant } from "../safe-integer.ts";
import { Member } from "./member.ts";
import { Organization } from "./organization.ts";

/** Who published an organization or took it back, and when. Rows are only ever added. */
export const PublicationConsent = defineEntity({
  name: "PublicationConsent",
  tableName: "publication_consents",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    memberId: () => p.manyToOne(Member).mapToPk().name("member_id").index(false),
    discoverable: p.boolean(),
    at: instant(),
  },
  indexes: [{ properties: ["organizationId", "at"] }],
});
