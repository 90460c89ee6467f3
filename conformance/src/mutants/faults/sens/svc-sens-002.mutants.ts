import { defineMutants } from "../../define-mutants.ts";
import { changed, sessionReply } from "../../fault-parts.ts";
import { asking, codeOf, type Editable, editingSessions, renaming, replying } from "../../faulty.ts";

const record = "delivery.record_evidence";

export default defineMutants("SVC-SENS-002", {
  "believes a record that claims to be internal": () =>
    editingSessions(({ proof }) => {
      for (const item of proof?.evidence ?? [])
        if (item.data?.document_type === "clinical_record") item.data_sensitivity = "internal";
    }),
  "says that it took a record which claims less": () =>
    replying(record, async (reply, call) =>
      codeOf(reply) === "EVIDENCE_INVALID" ? { ...(await sessionReply(call)), status: 201 } : reply,
    ),
  "does not say what a record may not claim": () =>
    renaming(record, "EVIDENCE_INVALID", { code: "FORBIDDEN", status: 403 }),
  "keeps a record that claims less as a document of no kind": () =>
    asking(record, (call) => {
      const { data, data_sensitivity } = call.attributes as Editable;
      if (data?.document_type !== "clinical_record" || data_sensitivity === "restricted") return null;
      return changed(call, { data: { ...data, document_type: "x-record" } });
    }),
});
