import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { evidenceVertical, SENSITIVITIES } from "../../evidence-defaults.ts";
import { evidenceOfKind } from "../../evidence-kinds.ts";
import { pickText } from "../../json-path.ts";
import { expectSource } from "../../refusals.ts";

export default defineCase({
  requirement: "SVC-SENS-002",
  title: "a clinical record is restricted, whatever it claims",
  async run(context) {
    const session = await context.journeys.walkTo("in_progress");
    const { session: read } = await context.journeys.read(session.id);
    if (evidenceVertical(pickText(read.attributes, "vertical") ?? "") !== "health")
      context.notApplicable("clinical records are a kind of the vertical health, and the offer is of another one");
    const subject = { clientId: session.clientId, atMs: context.world.now() };
    const item = need(evidenceOfKind("clinical_record", subject), "a clinical record");
    const control = await context.positive("restricted stays", async (check) => {
      const wish = { ...item, data_sensitivity: "restricted" };
      check.resource(await context.journeys.recordEvidence(session, wish), 201, "sessions");
      const { answer, session: after } = await context.journeys.read(session.id);
      check.equal("data_sensitivity", {
        expected: "restricted",
        actual: after.evidence.at(-1)?.data_sensitivity,
        answer,
      });
    });
    for (const claim of SENSITIVITIES.filter((one) => one !== "restricted")) {
      await context.negative(`${claim} is refused or raised`, control, async (check) => {
        const before = (await context.journeys.read(session.id)).session.evidence;
        const answer = await context.journeys.recordEvidence(session, { ...item, data_sensitivity: claim });
        const { answer: reading, session: after } = await context.journeys.read(session.id);
        if (answer.ok) {
          const sensitivity = after.evidence.at(-1)?.data_sensitivity;
          check.equal("items stored", { expected: before.length + 1, actual: after.evidence.length, answer: reading });
          check.equal("data_sensitivity", { expected: "restricted", actual: sensitivity, answer: reading });
          return;
        }
        check.refused(answer, "EVIDENCE_INVALID");
        expectSource(check, answer, "data_sensitivity");
        check.equal("items stored", { expected: before, actual: after.evidence, answer: reading });
      });
    }
  },
});
