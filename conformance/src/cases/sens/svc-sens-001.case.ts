import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { defaultSensitivity, evidenceVertical, kindsOf } from "../../evidence-defaults.ts";
import { evidenceOfKind, evidenceOfType } from "../../evidence-kinds.ts";
import { pickText } from "../../json-path.ts";

const TYPES = ["gps", "signature", "photo", "document", "duration", "notes"];

export default defineCase({
  requirement: "SVC-SENS-001",
  title: "evidence that does not say how secret it is has the default of its kind, else internal",
  async run(context) {
    const session = await context.journeys.walkTo("in_progress");
    const { session: read } = await context.journeys.read(session.id);
    const vertical = evidenceVertical(pickText(read.attributes, "vertical") ?? "");
    const record = async (name: string, item: Readonly<Record<string, unknown>>) => {
      const expected = defaultSensitivity(vertical, item);
      await context.positive(`${name}: ${expected}`, async (check) => {
        check.resource(await context.journeys.recordEvidence(session, item), 201, "sessions");
        const { answer, session: after } = await context.journeys.read(session.id);
        const last = need(after.evidence.at(-1), "the recorded item");
        check.equal("type of the last item", { expected: item.evidence_type, actual: last.type, answer });
        check.equal("data_sensitivity", { expected, actual: last.data_sensitivity ?? "internal", answer });
      });
    };
    for (const kind of kindsOf(vertical)) {
      const item = evidenceOfKind(kind, { clientId: session.clientId, atMs: context.world.now() });
      if (item !== null) await record(`${vertical} ${kind}`, item);
    }
    for (const type of TYPES) await record(`${type} of no kind`, evidenceOfType(type));
  },
});
