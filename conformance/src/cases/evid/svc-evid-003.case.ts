import { defineCase } from "../../define-case.ts";

const WRONG: readonly { name: string; item: Record<string, unknown> }[] = [
  { name: "latitude 91", item: { evidence_type: "gps", data: { latitude: 91, longitude: 0 } } },
  { name: "longitude -181", item: { evidence_type: "gps", data: { latitude: 0, longitude: -181 } } },
  { name: "gps without longitude", item: { evidence_type: "gps", data: { latitude: 0 } } },
  {
    name: "signature of an unknown role",
    item: { evidence_type: "signature", data: { signer_role: "neighbour", format: "image/png" } },
  },
  { name: "photo without uri", item: { evidence_type: "photo", data: {} } },
  { name: "document without a type", item: { evidence_type: "document", data: { uri: "https://example.org/record" } } },
  { name: "negative minutes", item: { evidence_type: "duration", data: { minutes: -1 } } },
  { name: "notes without text", item: { evidence_type: "notes", data: {} } },
  { name: "no data", item: { evidence_type: "notes", data: undefined } },
];

export default defineCase({
  requirement: "SVC-EVID-003",
  title: "evidence data is validated by its type",
  async run(context) {
    const session = await context.journeys.walkTo("in_progress");
    const control = await context.positive("latitude 0, longitude 0", async (check) => {
      const item = { evidence_type: "gps", data: { latitude: 0, longitude: 0 } };
      check.resource(await context.journeys.recordEvidence(session, item), 201, "sessions");
    });
    for (const { name, item } of WRONG) {
      await context.negative(name, control, async (check) => {
        const before = await context.journeys.read(session.id);
        const answer = await context.journeys.recordEvidence(session, item, { deliberate: true });
        check.refused(answer, "VALIDATION_ERROR", "EVIDENCE_INVALID");
        const after = await context.journeys.read(session.id);
        check.equal("items on record", {
          expected: before.session.evidence.length,
          actual: after.session.evidence.length,
          answer: after.answer,
        });
      });
    }
  },
});
