import { defineMutants } from "../../define-mutants.ts";
import { changed, command, movedReply, moving } from "../../fault-parts.ts";
import { allowing, codeOf, type Editable, editingSessions, pretending } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

/** Documents by itself what is to be charged. */
function documentingFirst(): Fault {
  return async (call) => {
    const reply = await call.pass();
    const id = call.is("payments.create_sale") ? call.attributes["session_id"] : call.params["session_id"];
    const charges = call.is("payments.create_sale") || moving("charged")(call);
    if (!charges || codeOf(reply) !== "INVALID_TRANSITION") return reply;
    const record = { to_state: "documented", content: "charged at once" };
    await command(call, `/sessions/${id}/transitions`, record, "provider");
    return call.pass(changed(call, {}));
  };
}

export default defineMutants("SVC-EXC-020", {
  "charges a part before it is documented": documentingFirst,
  "takes a part for the whole": () => pretending(moving("delivered"), "INVALID_TRANSITION", movedReply),
  "cancels what was delivered in part": () => pretending(moving("cancelled"), "INVALID_TRANSITION", movedReply),
  "documents a part without a word": () =>
    allowing(moving("documented"), "VALIDATION_ERROR", (call) => changed(call, { content: "-" })),
  "shows no sign that it was a part": () =>
    editingSessions(({ lifecycle }) => {
      lifecycle.transitions = lifecycle.transitions.filter(({ to }: Editable) => to !== "partial");
    }),
});
