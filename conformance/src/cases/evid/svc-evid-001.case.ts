import { defineCase } from "../../define-case.ts";
import { evidenceOfType } from "../../evidence-kinds.ts";

export default defineCase({
  requirement: "SVC-EVID-001",
  title: "the six types of evidence are accepted, others refused",
  async run(context) {
    const session = await context.journeys.walkTo("in_progress");
    let control = null;
    for (const type of ["gps", "signature", "photo", "document", "duration", "notes"]) {
      control = await context.positive(type, async (check) => {
        check.resource(await context.journeys.recordEvidence(session, evidenceOfType(type)), 201, "sessions");
      });
    }
    if (control === null) return;
    for (const type of ["smell", "GPS", undefined]) {
      await context.negative(`type ${type ?? "missing"}`, control, async (check) => {
        const item = { ...evidenceOfType("notes"), evidence_type: type };
        check.refused(await context.journeys.recordEvidence(session, item, { deliberate: true }), "VALIDATION_ERROR");
      });
    }
  },
});
