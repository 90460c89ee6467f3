import { defineMutants } from "../../define-mutants.ts";
import { askedBy, retargeted, sentBy } from "../../fault-parts.ts";
import { allowing, asking, type Editable, editing } from "../../faulty.ts";
import { byAgent } from "../../faulty-mandates.ts";

export default defineMutants("SVC-MAND-025", {
  "shows clients the mandates of the organization": () =>
    asking(askedBy("mandates.list", "client", "second_client"), (call) => sentBy(call, "organization")),
  "does not look at the status that is asked for": () =>
    asking("mandates.list", (call) => (call.query.has("status") ? retargeted(call, { status: null }) : null)),
  "lists what is suspended as active": () =>
    asking("mandates.list", (call) =>
      call.query.get("status") === "active" ? retargeted(call, { status: "suspended" }) : null,
    ),
  "shows a mandate to whoever knows its id": () =>
    allowing("mandates.get", "NOT_FOUND", (call) => sentBy(call, "organization")),
  "shows an agent the mandates of every principal": () =>
    editing(byAgent("mandates.list"), ({ data }) => {
      const [first] = data as Editable[];
      data.push({ ...first, attributes: { ...first.attributes, principal_id: "cli_somebody-else" } });
    }),
});
