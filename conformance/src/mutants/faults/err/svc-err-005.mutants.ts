import { defineMutants } from "../../define-mutants.ts";
import { codeOf, refusal, replying } from "../../faulty.ts";
import type { MutantCall } from "../../mutant-call.ts";

const delivers = (call: MutantCall) => call.attributes["to_state"] === "delivered" && call.caller !== "provider";

export default defineMutants("SVC-ERR-005", {
  "tells the organization about the state": () =>
    replying(delivers, (reply) => (codeOf(reply) === "FORBIDDEN" ? refusal("INVALID_TRANSITION") : reply)),
  "tells a client about the state": () =>
    replying(
      (call) => delivers(call) && call.caller === "client",
      (reply) => (codeOf(reply) === "FORBIDDEN" ? refusal("INVALID_TRANSITION") : reply),
    ),
  "tells an agent about the state": () =>
    replying(
      (call) => delivers(call) && (call.attributes["actor"] as { type?: string } | undefined)?.type === "agent",
      () => refusal("INVALID_TRANSITION"),
    ),
});
