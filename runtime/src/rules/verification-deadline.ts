import type { ServiceState } from "../lifecycle/states.ts";
import type { ContractTerms } from "../storage/json-shapes.ts";

/**
 * Until when the client may accept, epoch milliseconds: counted from the entry into `delivered` or `partial`
 * (D-08, P-04, SVC-VERI-001).
 */
export function verificationDeadline(
  deliveredAt: number,
  terms: Pick<ContractTerms, "verification_deadline_hours">,
): number {
  return deliveredAt + terms.verification_deadline_hours * 3_600_000;
}

/** Whether silence has become acceptance: the state is `charged` and the deadline has come (lifecycle 5, SVC-VERI-003, 004). */
export function isVerificationDue(
  session: { readonly state: ServiceState; readonly verificationDeadline: number | null },
  now: number,
): boolean {
  return session.state === "charged" && session.verificationDeadline !== null && session.verificationDeadline <= now;
}
