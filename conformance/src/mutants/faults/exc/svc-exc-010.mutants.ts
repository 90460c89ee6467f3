import { defineMutants } from "../../define-mutants.ts";
import { movedReply, moving, nodeNow, sessionOf } from "../../fault-parts.ts";
import { answering, pretending, refusal, renaming } from "../../faulty.ts";
import type { Fault, MutantCall } from "../../mutant-call.ts";

const disputing = moving("disputed");
const HOUR_MS = 3_600_000;

/** Refuses disputes that the good node would take. */
function refusingWhere(isRefused: (session: { state: string; sinceMs: number }) => boolean, code: string): Fault {
  return answering(disputing, async (call: MutantCall) => {
    const session = await sessionOf(call);
    const delivered = session?.lifecycle.transitions.find((record: { to: string }) => record.to === "delivered");
    const sinceMs = (await nodeNow(call)) - Date.parse(delivered?.at);
    return isRefused({ state: session?.lifecycle.current_state, sinceMs }) ? refusal(code) : null;
  });
}

export default defineMutants("SVC-EXC-010", {
  "takes disputes at any time": () => pretending(disputing, "DISPUTE_WINDOW_CLOSED", movedReply),
  "closes the window an hour early": () =>
    refusingWhere(({ sinceMs }) => sinceMs > 47 * HOUR_MS, "DISPUTE_WINDOW_CLOSED"),
  "takes no dispute before a record is written": () =>
    refusingWhere(({ state }) => state === "delivered", "INVALID_TRANSITION"),
  "takes no dispute once it has charged": () => refusingWhere(({ state }) => state === "charged", "INVALID_TRANSITION"),
  "takes disputes of what still runs": () => pretending(disputing, "INVALID_TRANSITION", movedReply),
  "says that a late dispute is no lawful move": () =>
    renaming(disputing, "DISPUTE_WINDOW_CLOSED", { code: "INVALID_TRANSITION" }),
});
