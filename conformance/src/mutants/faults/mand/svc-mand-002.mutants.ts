import { defineMutants } from "../../define-mutants.ts";
import { answering, renaming } from "../../faulty.ts";
import { byAgent, ignoring, mandateReply } from "../../faulty-mandates.ts";

export default defineMutants("SVC-MAND-002", {
  "honours a suspended mandate": () => ignoring("MANDATE_SUSPENDED"),
  "lets a suspended mandate read": () => ignoring("MANDATE_SUSPENDED", { which: byAgent("service.get") }),
  "only says that it suspends": () =>
    answering("mandates.suspend", (call) =>
      mandateReply(call, (mandate) => {
        mandate.status = "suspended";
      }),
    ),
  "only says that it reactivates": () =>
    answering("mandates.reactivate", (call) =>
      mandateReply(call, (mandate) => {
        mandate.status = "active";
      }),
    ),
  "calls a suspended mandate expired": () =>
    renaming(byAgent(), "MANDATE_SUSPENDED", { code: "MANDATE_EXPIRED", status: 403 }),
});
