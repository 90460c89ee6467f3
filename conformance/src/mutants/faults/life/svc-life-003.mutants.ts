import { defineMutants } from "../../define-mutants.ts";
import { answering, codeOf, type Editable, enveloped, refusal, renaming } from "../../faulty.ts";
import type { Fault, MutantCall } from "../../mutant-call.ts";

export default defineMutants("SVC-LIFE-003", {
  "refuses a reschedule of what is confirmed": () =>
    answering(
      (call) => call.is("lifecycle.transition") && call.attributes["to_state"] === "rescheduling",
      () => refusal("INVALID_TRANSITION"),
    ),
  "takes a move to the present state for done": () =>
    allowingMoves((call, detail) => detail.includes(`'${call.attributes["to_state"]}' to`)),
  "lets what is cancelled be scheduled again": () =>
    allowingMoves((call, detail) => detail.includes("'cancelled'") && call.attributes["to_state"] === "scheduled"),
  "calls a move that is not allowed a conflict": () =>
    renaming("lifecycle.transition", "INVALID_TRANSITION", { code: "CONFLICT", status: 409 }),
});

/** Answers some refused moves with the session as if they had been made. */
function allowingMoves(which: (call: MutantCall, detail: string) => boolean): Fault {
  return async (call) => {
    const reply = await call.pass();
    if (!call.is("lifecycle.transition") || codeOf(reply) !== "INVALID_TRANSITION") return reply;
    const [error] = (reply.body as { errors: { detail?: string }[] }).errors;
    if (!which(call, error?.detail ?? "")) return reply;
    const target = `/servicialo/v1/services/${call.params["session_id"]}`;
    const { body } = await call.ask("GET", target, { as: "organization" });
    const document = structuredClone(body) as Editable;
    document.data.type = "sessions";
    document.data.attributes.lifecycle.current_state = call.attributes["to_state"];
    return enveloped(200, document);
  };
}
