import { defineMutants } from "../../define-mutants.ts";
import { sentBy } from "../../fault-parts.ts";
import { allowing, renaming } from "../../faulty.ts";

export default defineMutants("SVC-SEC-002", {
  "believes every actor": () => allowing("lifecycle.transition", "FORBIDDEN", (call) => sentBy(call, "organization")),
  "does not find a false actor": () =>
    renaming("lifecycle.transition", "FORBIDDEN", { code: "NOT_FOUND", status: 404 }),
});
