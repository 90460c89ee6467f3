import { defineMutants } from "../../define-mutants.ts";
import { askedBy, cancelling, sentByClient } from "../../fault-parts.ts";
import { asking } from "../../faulty.ts";
import type { MutantCall } from "../../mutant-call.ts";

const claims = (type: string) => (call: MutantCall) =>
  cancelling(call) && (call.attributes["actor"] as { type?: string } | undefined)?.type === type;

export default defineMutants("SVC-CANC-005", {
  "charges a client whose provider cancels": () =>
    asking(
      (call) => claims("provider")(call) || (cancelling(call) && askedBy("scheduling.cancel", "provider")(call)),
      (call) => sentByClient(call),
    ),
  "charges a client whom the organization cancels": () => asking(claims("organization"), (call) => sentByClient(call)),
});
