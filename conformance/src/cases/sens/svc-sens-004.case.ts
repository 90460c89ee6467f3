import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { evidenceOfType } from "../../evidence-kinds.ts";

/** What may read a restricted payload (evidence 6.5). */
const SCOPES = ["service:read", "document:read"];

export default defineCase({
  requirement: "SVC-SENS-004",
  title: "each access to restricted evidence is on record",
  negativeOmitted: "the ledger asks for none: an access that is not recorded fails the positive check",
  async run(context) {
    if (!(await context.world.declares("mandates.issue")) || !(await context.world.declares("mandates.audit")))
      context.notVerified("the protocol shows accesses in the audit trail of agents only, and the node declares none");
    context.node.credential("agent");
    const word = `restricted-${context.world.uniqueWord()}`;
    const control = await context.positive("a mandate that was not used has no access on record", async (check) => {
      const session = await context.journeys.walkTo("in_progress");
      const item = { ...evidenceOfType("document"), data_sensitivity: "restricted" };
      const data = { uri: `https://example.org/${word}`, document_type: "x-certification" };
      check.resource(await context.journeys.recordEvidence(session, { ...item, data }), 201, "sessions");
      const mandate = await context.agents.issue({ scopes: SCOPES });
      const trail = await context.agents.trail(mandate);
      check.equal("accesses", { expected: 0, actual: trail.filter((entry) => entry.resourceId === session.id).length });
      return { session, mandate };
    });
    await context.positive("each read by an agent adds who, what, when and from where", async (check) => {
      const { session, mandate } = need(control.value);
      for (const reads of [1, 2]) {
        const from = context.world.now();
        const answer = await context.agents.read(mandate, session);
        check.resource(answer, 200, "services");
        check.holds("the payload", answer.text.includes(word), {
          expected: "readable",
          actual: answer.text.includes(word) ? "readable" : "not there",
          answer,
        });
        const entries = (await context.agents.trail(mandate)).filter((entry) => entry.resourceId === session.id);
        check.equal("accesses on record", { expected: reads, actual: entries.length });
        const last = need(entries.at(-1), "the access").attributes;
        check.equal("who", { expected: mandate.agentId, actual: last.agent_id });
        check.equal("what", { expected: "service.get", actual: last.action });
        const at = Date.parse(String(last.timestamp));
        check.holds("when", Math.abs(at - from) < 60_000, {
          expected: new Date(from).toISOString(),
          actual: last.timestamp,
        });
        check.holds("from where", typeof last.ip_address === "string" && last.ip_address !== "", {
          expected: "an address",
          actual: last.ip_address ?? "nothing",
        });
        check.holds("the payload is not on record", !JSON.stringify(last).includes(word), {
          expected: "absent",
          actual: last,
        });
      }
    });
  },
});
