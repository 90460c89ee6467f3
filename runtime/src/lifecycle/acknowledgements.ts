import { newId } from "../ids.ts";
import { preparedWrite } from "../storage/prepared-query.ts";
import type { AcknowledgementRow, NewRow, SessionRow } from "../storage/rows.ts";
import type { Work } from "./move-session.ts";

export type AcknowledgingParty = AcknowledgementRow["party"];

const insertAcknowledgement = preparedWrite((db, row: NewRow<"acknowledgements">) =>
  db.insertInto("acknowledgements").values(row),
);

/** Stores a party's word that the appointment stands (P-03). */
export async function acknowledge(
  work: Work,
  session: SessionRow,
  acknowledgement: { party: AcknowledgingParty; by: string; source: AcknowledgementRow["source"] },
): Promise<void> {
  await insertAcknowledgement.run(work.tx, {
    id: newId("ack", work.clock),
    organizationId: session.organizationId,
    sessionId: session.id,
    ...acknowledgement,
    at: work.clock.now(),
    clearedAt: null,
  });
}

/** Parties who confirmed the present time themselves. */
export async function directConfirmations(work: Work, session: SessionRow): Promise<ReadonlySet<AcknowledgingParty>> {
  const rows = await work.tx.db
    .selectFrom("acknowledgements")
    .select("party")
    .where("sessionId", "=", session.id)
    .where("source", "=", "direct_confirm")
    .where("clearedAt", "is", null)
    .execute();
  return new Set(rows.map((row) => row.party));
}
