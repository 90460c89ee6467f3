import { defineMutants } from "../../define-mutants.ts";
import { changed } from "../../fault-parts.ts";
import { asking, type Editable, editingSessions } from "../../faulty.ts";

const byRule = (record: Editable) => record.from === "disputed" && record.by === "system";

export default defineMutants("SVC-EVID-007", {
  "leaves every dispute to people": () =>
    editingSessions(({ lifecycle }) => {
      if (!lifecycle.transitions.some(byRule)) return;
      lifecycle.transitions = lifecycle.transitions.filter((record: Editable) => !byRule(record));
      lifecycle.current_state = "disputed";
    }),
  "decides by rule for the client": () =>
    editingSessions(({ lifecycle }) => {
      for (const record of lifecycle.exceptions ?? [])
        if (record.resolution === "provider_prevails") record.resolution = "client_prevails";
    }),
  "takes one signature for two": () =>
    asking("delivery.record_evidence", (call) => {
      const data = call.attributes["data"] as { signed_by?: readonly string[] } | undefined;
      if (!data?.signed_by) return null;
      return changed(call, { data: { ...data, signed_by: ["provider", "client"] } });
    }),
});
