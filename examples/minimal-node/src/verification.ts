import { record } from "./sessions.ts";
import type { Store } from "./store.ts";

/** A session that was verified because its client kept silent. */
export interface FiredVerification {
  readonly sessionId: string;
  readonly dueAt: string;
}

/** Verifies every charged session whose deadline has passed (lifecycle 5). Called before every operation, so no timer is needed. */
export function verifyDue(store: Store): FiredVerification[] {
  const now = store.now();
  const fired: FiredVerification[] = [];
  for (const { document } of store.sessions) {
    const deadline = document.lifecycle.verification_deadline;
    if (document.lifecycle.current_state !== "charged" || deadline === undefined || Date.parse(deadline) > now)
      continue;
    const copy = store.session(document.id);
    if (!copy) continue;
    record(store, copy, { to: "verified", by: "system" });
    store.keep(copy);
    fired.push({ sessionId: document.id, dueAt: deadline });
  }
  return fired;
}
