import { defineMutants } from "../../define-mutants.ts";
import { retargeted, sentBy } from "../../fault-parts.ts";
import { allowing, asking, editing, renaming } from "../../faulty.ts";
import { byAgent, byHuman, editingTrails } from "../../faulty-mandates.ts";

const TRAILS = ["mandates.audit", "audit.list"] as const;

/** Does not look at a filter. */
const without =
  (name: string, operations: readonly (typeof TRAILS)[number][] = TRAILS) =>
  () =>
    asking(operations, (call) => (call.query.has(name) ? retargeted(call, { [name]: null }) : null));

export default defineMutants("SVC-AUD-005", {
  "shows trails to other principals": () =>
    allowing(byHuman("mandates.audit"), "NOT_FOUND", (call) => sentBy(call, "organization")),
  "shows everybody what was done for a principal": () =>
    allowing(byHuman("audit.list"), "FORBIDDEN", (call) => sentBy(call, "organization")),
  "shows an agent its own trail": () =>
    allowing(byAgent("mandates.audit"), "FORBIDDEN", (call) => sentBy(call, "organization")),
  "does not look at the action that is asked for": without("action"),
  "does not look at the result that is asked for": without("action_result"),
  "does not look at the beginning of the time that is asked for": without("from"),
  "does not look at the end of the time that is asked for": without("to"),
  "looks at the action of one mandate's trail only": without("action", ["audit.list"]),
  "shows the newest mandate only when asked for a principal": () =>
    editingTrails((entries, call) =>
      call.is("audit.list") ? entries.filter(({ mandate_id }) => mandate_id === entries[0].mandate_id) : entries,
    ),
  "shows what was done for other principals as well": () =>
    editingTrails((entries, call) =>
      call.is("audit.list")
        ? entries.map((entry, index) => (index ? entry : { ...entry, principal_id: "x" }))
        : entries,
    ),
  "has one page only": () =>
    editing(TRAILS, ({ links }) => {
      links.next = null;
    }),
  "shows the first page again and again": () => {
    let first: unknown;
    return editing("mandates.audit", (body) => {
      if (body.meta.page === 1) first = body.data;
      else body.data = first;
    });
  },
  "finds nothing where an agent asks": () =>
    renaming(byAgent(...TRAILS), "FORBIDDEN", { code: "NOT_FOUND", status: 404 }),
});
