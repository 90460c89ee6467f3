import { defineMutants } from "../../define-mutants.ts";
import { editingAttributes, renaming } from "../../faulty.ts";
import { byAgent, ignoring, misunderstanding } from "../../faulty-mandates.ts";

export default defineMutants("SVC-MAND-004", {
  "honours a mandate that is over": () => ignoring("MANDATE_EXPIRED"),
  "grants a minute more than was given": () =>
    misunderstanding((asked) => ({
      ...asked,
      expires_at: new Date(Date.parse(asked.expires_at) + 60_000).toISOString(),
    })),
  "forgets a mandate that is over": () =>
    renaming(byAgent(), "MANDATE_EXPIRED", { code: "MANDATE_REQUIRED", status: 403 }),
  "shows a mandate that is over as active": () =>
    editingAttributes("mandates.get", (mandate) => {
      mandate.status = "active";
    }),
});
