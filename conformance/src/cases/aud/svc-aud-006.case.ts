import { bookRequested } from "../../agent-steps.ts";
import { defineCase } from "../../define-case.ts";
import { isRecord, pickList } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-AUD-006",
  title: "transitions of agents and audit entries match each other",
  async run(context) {
    await context.positive("every transition has its entry, and every entry its transition", async (check) => {
      const mandate = await context.agents.issue({ scopes: ["service:read", "service:write"] });
      const sessions = [await bookRequested(context), await bookRequested(context)];
      for (const session of sessions)
        check.status(await context.agents.move(mandate, session, { to_state: "scheduled" }), 200);
      // One that is refused leaves an entry, and no transition.
      for (const session of sessions)
        check.refused(await context.agents.move(mandate, session, { to_state: "delivered" }), "FORBIDDEN");
      const moved: string[] = [];
      for (const session of sessions) {
        const { answer, session: read } = await context.journeys.read(session.id);
        for (const record of pickList(read.attributes, "lifecycle.transitions").filter(isRecord)) {
          if (record.method !== "agent") continue;
          const metadata = isRecord(record.metadata) ? record.metadata : {};
          check.equal("agent and mandate of the transition", {
            expected: [mandate.agentId, mandate.id],
            actual: [record.by, metadata.mandate_id],
            answer,
          });
          moved.push(session.id);
        }
      }
      const audited = (await context.agents.trail(mandate))
        .filter(({ action, result }) => action === "lifecycle.transition" && result === "success")
        .map(({ resourceId }) => resourceId);
      check.equal("sessions with a transition by the agent", { expected: sessions.map(({ id }) => id), actual: moved });
      check.equal("sessions with an entry of success", { expected: moved, actual: audited });
    });
  },
});
