import { defineMutants } from "../../define-mutants.ts";
import { moving, sentBy, sessionOf } from "../../fault-parts.ts";
import { allowing } from "../../faulty.ts";
import { asTheHouse, byAgent, byHuman, doingWhatItRefuses, mandateBehind } from "../../faulty-mandates.ts";
import type { MutantCall, RequestChanges } from "../../mutant-call.ts";

const disputing = (call: MutantCall) => byAgent()(call) && moving("disputed")(call);
const resolving = (call: MutantCall) => byAgent()(call) && moving("charged", "cancelled")(call);

async function asClient(call: MutantCall): Promise<RequestChanges> {
  const session = await sessionOf(call);
  return sentBy(call, "client", { actor: { type: "client", id: session?.client?.id } });
}

export default defineMutants("SVC-AUTO-003", {
  "opens a dispute for a client who was not asked": () => allowing(disputing, "CONFIRMATION_REQUIRED", asClient),
  "opens a dispute for an agent of the other side": () => allowing(disputing, "FORBIDDEN", asClient),
  "opens a dispute for an agent of a professional": () =>
    allowing(disputing, "FORBIDDEN", async (call) =>
      (await mandateBehind(call))?.acting_for === "professional" ? asClient(call) : null,
    ),
  "lets the organization approve a client's dispute": () =>
    allowing(byHuman("confirmations.approve"), "NOT_FOUND", (call) =>
      call.caller === "organization" ? sentBy(call, "client") : null,
    ),
  "resolves a dispute without asking": () => allowing(resolving, "CONFIRMATION_REQUIRED", asTheHouse),
  "lets a client's agent resolve": () => allowing(resolving, "FORBIDDEN", asTheHouse),
  "asks, and resolves": () => doingWhatItRefuses(resolving, "CONFIRMATION_REQUIRED"),
});
