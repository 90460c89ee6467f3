import { defineMutants } from "../../define-mutants.ts";
import { answering, editingSessions, refusal } from "../../faulty.ts";

export default defineMutants("SVC-HTTP-012", {
  "attributes a sale without actor to the provider": () =>
    editingSessions((session) => {
      for (const record of session.lifecycle.transitions) if (record.to === "charged") record.by = session.provider.id;
    }),
  "records nobody where no actor was told": () =>
    editingSessions((session) => {
      for (const record of session.lifecycle.transitions) if (record.to === "charged") record.by = "";
    }),
  "asks for an actor in a sale": () =>
    answering("payments.create_sale", (call) =>
      call.attributes["actor"] === undefined ? refusal("VALIDATION_ERROR") : null,
    ),
});
