import type { Work } from "../lifecycle/move-session.ts";
import { readEvidence } from "../lifecycle/session-document.ts";
import * as rule from "../rules/required-evidence.ts";
import type { ContractTerms, JsonObject } from "../storage/json-shapes.ts";
import type { SessionRow } from "../storage/rows.ts";
import { catalogue } from "./catalogue.ts";

/** Kinds that the session's contract demands and that are not there yet (evidence 4). */
export async function missingEvidence(work: Work, session: SessionRow): Promise<string[]> {
  const items = await readEvidence(work.tx, session.id);
  return rule.missingEvidence({
    vertical: session.vertical,
    contract: session.contract as ContractTerms,
    items: items.map((item) => ({
      type: item.type,
      method: item.method,
      kind: item.kind,
      data: item.data as JsonObject | null,
    })),
    catalogue,
  });
}
