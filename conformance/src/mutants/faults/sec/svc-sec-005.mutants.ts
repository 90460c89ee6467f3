import { defineMutants } from "../../define-mutants.ts";
import { sentBy } from "../../fault-parts.ts";
import { allowing, renaming } from "../../faulty.ts";
import { asTheHouse, byAgent, byHuman, claimOf, ignoring } from "../../faulty-mandates.ts";
import type { MutantCall } from "../../mutant-call.ts";

const CALLS = ["lifecycle.transition", "service.get"] as const;

const claimsAgent = (call: MutantCall) => claimOf(call)["type"] === "agent";

export default defineMutants("SVC-SEC-005", {
  "believes whoever says to be an agent": () =>
    allowing((call) => byHuman(...CALLS)(call) && claimsAgent(call), "FORBIDDEN", asTheHouse),
  "believes the organization that it is its agent": () =>
    allowing((call) => call.caller === "organization" && claimsAgent(call), "FORBIDDEN", asTheHouse),
  "believes one agent that it is another one": () =>
    allowing((call) => call.caller === "second_agent", "FORBIDDEN", asTheHouse),
  "lets an agent speak for the organization": () =>
    ignoring("FORBIDDEN", { which: (call) => byAgent()(call) && claimOf(call)["type"] === "organization" }),
  "lets an agent speak for a provider": () =>
    allowing(
      (call) => byAgent()(call) && claimOf(call)["type"] === "provider",
      "FORBIDDEN",
      (call) => sentBy(call, "organization", { actor: claimOf(call) }),
    ),
  "calls a false agent a missing mandate": () =>
    renaming(byHuman(...CALLS), "FORBIDDEN", { code: "MANDATE_REQUIRED", status: 403 }),
});
