import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { evidenceOfType } from "../../evidence-kinds.ts";

export default defineCase({
  requirement: "SVC-EVID-005",
  title: "recorded evidence stays as it is",
  async run(context) {
    const control = await context.positive("an item is the same after others and after more moves", async (check) => {
      const session = await context.journeys.walkTo("in_progress");
      check.resource(await context.journeys.recordEvidence(session, evidenceOfType("notes")), 201, "sessions");
      const first = (await context.journeys.read(session.id)).session.evidence;
      check.equal("items on record", { expected: 1, actual: first.length });
      check.resource(await context.journeys.recordEvidence(session, evidenceOfType("duration")), 201, "sessions");
      await context.journeys.advance(session, "delivered");
      const { answer, session: later } = await context.journeys.read(session.id);
      check.equal("the first item", { expected: first[0], actual: later.evidence[0], answer });
      check.equal("items on record later", { expected: 2, actual: later.evidence.length, answer });
      return { id: session.id, evidence: later.evidence };
    });
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      await context.negative(`${method} of evidence`, control, async (check) => {
        const { id, evidence } = need(control.value);
        const collection = `/sessions/${encodeURIComponent(id)}/evidence`;
        const item = `${collection}/${encodeURIComponent(String(evidence[0]?.id ?? "0"))}`;
        for (const target of [collection, item]) {
          const rawBody =
            method === "DELETE"
              ? {}
              : { rawBody: JSON.stringify({ data: { type: "evidence", attributes: { data: { text: "changed" } } } }) };
          const answer = await context.node.raw({ method, target, as: "organization", ...rawBody });
          check.status(answer, 404, 405);
        }
        const { answer, session } = await context.journeys.read(id);
        check.equal("the items", { expected: evidence, actual: session.evidence, answer });
      });
    }
  },
});
