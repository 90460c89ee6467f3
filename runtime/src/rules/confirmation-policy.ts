import type { ContractTerms } from "../storage/json-shapes.ts";

export type ConfirmingParty = "client" | "provider";

/** An acknowledgement on record (P-03). */
export interface AcknowledgementOnRecord {
  readonly party: ConfirmingParty;
  readonly clearedAt: number | null;
}

/**
 * The parties whose confirm is still needed before `scheduled → confirmed` (P-03); none: the session moves. The
 * organization confirms for its provider. Under `auto` the node has confirmed at booking; after a new time anyone may.
 * @param confirmed parties who confirmed the present time themselves, the one confirming now included
 */
export function confirmationsMissing(
  policy: ContractTerms["confirmation_policy"],
  confirmed: ReadonlySet<ConfirmingParty>,
): ConfirmingParty[] {
  const wanted: Readonly<Record<ContractTerms["confirmation_policy"], readonly ConfirmingParty[]>> = {
    any: [],
    auto: [],
    client: ["client"],
    provider: ["provider"],
    both: ["client", "provider"],
  };
  return wanted[policy].filter((party) => !confirmed.has(party));
}

/** Whether both parties' acknowledgements are on record, of whatever source: an agent may confirm alone then (L-05, P-03). */
export function bothAcknowledged(acknowledgements: readonly AcknowledgementOnRecord[]): boolean {
  const parties = new Set(acknowledgements.filter(({ clearedAt }) => clearedAt === null).map(({ party }) => party));
  return parties.has("client") && parties.has("provider");
}
