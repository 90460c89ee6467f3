import { defineMutants } from "../../define-mutants.ts";
import { editing, editingErrors, everyCall } from "../../faulty.ts";

export default defineMutants("SVC-SEC-006", {
  "shows the caller's token": () =>
    editing("service.get", ({ data }, call) => {
      data.attributes["x-node:asked_by"] = call.request.headers["authorization"];
    }),
  "shows the caller's token in its refusals": () =>
    editingErrors(everyCall, (error, call) => {
      error.detail = `${error.detail} (${call.request.headers["authorization"]})`;
    }),
});
