import { defineMutants } from "../../define-mutants.ts";
import { changed } from "../../fault-parts.ts";
import { asking, editing } from "../../faulty.ts";

const record = "delivery.record_evidence";

export default defineMutants("SVC-SENS-005", {
  "does not say that it holds restricted evidence": () => editing(record, ({ meta }) => void delete meta?.warning),
  "says of all evidence that it is restricted": () =>
    editing(record, (body) => {
      body.meta = { ...body.meta, warning: "RESTRICTED_EVIDENCE_STORED" };
    }),
  "holds what is restricted as confidential": () =>
    asking(record, (call) =>
      call.attributes["data_sensitivity"] === "restricted" ? changed(call, { data_sensitivity: "confidential" }) : null,
    ),
});
