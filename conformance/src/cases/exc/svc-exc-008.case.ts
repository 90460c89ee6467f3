import { defineCase } from "../../define-case.ts";
import { moveAs } from "../../session-acts.ts";
import { coveredSession } from "../../substitutes.ts";

export default defineCase({
  requirement: "SVC-EXC-008",
  title: "the node looks for a replacement of an absent provider by itself",
  async run(context) {
    await context.positive("a second provider is free at the time of the session", async (check) => {
      const { session } = await coveredSession(context);
      check.resource(await moveAs(context, session, { to: "reassigning", party: "provider" }), 200, "sessions");
      const { answer, session: read } = await context.journeys.read(session.id);
      check.equal("state", { expected: "scheduled", actual: read.state, answer });
      const provider = answer.at("data.attributes.provider.id");
      check.holds("provider.id", provider !== session.offer.providerId, {
        expected: `another than ${session.offer.providerId}`,
        actual: provider,
        answer,
      });
    });
  },
});
