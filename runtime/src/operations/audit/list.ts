import { readEntries } from "../../audit/read-entries.ts";
import { ProtocolError } from "../../errors.ts";
import { credentialOf } from "../../pipeline/caller.ts";
import type { Tx } from "../../storage/open-database.ts";
import { belongsToOrganization, organizationByReference } from "../../storage/parties.ts";
import type { Handler } from "../handler.ts";

/** The trail of one principal across mandates: its own, and to an administrator those of the organization (SVC-AUD-005). */
export const listAudit: Handler<"audit.list"> = async (context, input) => {
  const { subjectType, subjectId, organizationId } = credentialOf(context.caller);
  const { principal_id: asked, ...query } = input;
  const isOwn = asked === subjectId;
  const administers = subjectType === "organization" && (await isOfOrganization(context.tx, organizationId, asked));
  if (!isOwn && !administers) throw new ProtocolError("FORBIDDEN", { detail: "The trail of a principal is its own." });
  const organization = subjectType === "organization" ? await organizationByReference(context.tx, asked) : undefined;
  return readEntries(context.tx, { principalId: organization?.id ?? asked }, query);
};

async function isOfOrganization(tx: Tx, organizationId: string, id: string): Promise<boolean> {
  for (const type of ["client", "provider", "organization"] as const) {
    if (await belongsToOrganization(tx, organizationId, type, id)) return true;
  }
  return false;
}
