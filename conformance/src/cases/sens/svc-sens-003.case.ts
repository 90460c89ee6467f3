import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

const STRANGERS = [
  "second_client",
  "second_provider",
  "foreign_organization",
  "foreign_client",
  "foreign_provider",
] as const;

export default defineCase({
  requirement: "SVC-SENS-003",
  title: "internal evidence is read by the parties to the service only",
  async run(context) {
    const word = `internal-${context.world.uniqueWord()}`;
    const control = await context.positive("client, provider and organization read it", async (check) => {
      const session = await context.journeys.walkTo("in_progress");
      const item = { evidence_type: "notes", data: { text: word }, data_sensitivity: "internal" };
      // A vertical may hold notes for more secret; then a document of no kind stands in.
      let answer = await context.journeys.recordEvidence(session, item);
      if (!answer.ok)
        answer = await context.journeys.recordEvidence(session, {
          evidence_type: "document",
          data: { uri: `https://example.org/${word}`, document_type: "x-certification" },
          data_sensitivity: "internal",
        });
      check.resource(answer, 201, "sessions");
      for (const as of ["client", "provider", "organization"] as const) {
        const read = await context.node.call("service.get", { path: { service_id: session.id }, as });
        check.resource(read, 200, "services");
        check.holds(`the ${as} reads the item`, read.text.includes(word), {
          expected: "its content",
          actual: read.text.includes(word) ? "its content" : "not there",
          answer: read,
        });
      }
      return session.id;
    });
    for (const as of STRANGERS) {
      await context.negative(`the ${as.replace("_", " ")} reads it`, control, async (check) => {
        const id = need(control.value);
        const read = await context.node.call("service.get", { path: { service_id: id }, as });
        check.refused(read, "NOT_FOUND", "FORBIDDEN");
        check.holds("nothing of it shows", !read.text.includes(word), {
          expected: "nothing",
          actual: read.text,
          answer: read,
        });
      });
    }
    await context.negative("without a credential", control, async (check) => {
      const read = await context.node.call("service.get", { path: { service_id: need(control.value) }, as: null });
      check.refused(read, "UNAUTHORIZED");
    });
  },
});
