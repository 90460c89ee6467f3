import { defineCase } from "../../define-case.ts";
import { isRecord, sameJson } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-EVID-002",
  title: "recorded evidence appears in proof.evidence",
  async run(context) {
    await context.positive("a note and a duration", async (check) => {
      const session = await context.journeys.walkTo("in_progress");
      const items = [
        { evidence_type: "notes", data: { text: `note ${context.world.uniqueWord()}` } },
        { evidence_type: "duration", data: { minutes: 17 } },
      ];
      for (const item of items) check.resource(await context.journeys.recordEvidence(session, item), 201, "sessions");
      const { answer, session: read } = await context.journeys.read(session.id);
      for (const item of items) {
        const found = read.evidence.find(
          (one) =>
            one.type === item.evidence_type &&
            isRecord(one.data) &&
            Object.entries(item.data).every(([name, value]) =>
              sameJson((one.data as Record<string, unknown>)[name], value),
            ),
        );
        check.holds(`${item.evidence_type} with its data`, found !== undefined, {
          expected: JSON.stringify(item),
          actual: read.evidence,
          answer,
        });
        check.holds("captured_at", !Number.isNaN(Date.parse(String(found?.captured_at))), {
          expected: "a datetime",
          actual: found?.captured_at,
          answer,
        });
      }
    });
  },
});
