import { expectUnmoved } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { expectInvalid } from "../../refusals.ts";

const CONTENT = "What was done, and how it went.";

export default defineCase({
  requirement: "SVC-EVID-009",
  title: "documentation needs content and a delivered session",
  async run(context) {
    await context.world.needs("documentation.create");
    const document = (session: { id: string }, content: string | undefined, deliberate = false) =>
      context.journeys.operate("documentation.create", session, {
        as: "provider",
        attributes: { content },
        options: { deliberate },
      });
    const delivered = async () => {
      const session = await context.journeys.walkTo("delivered");
      await context.journeys.recordRequiredEvidence(session);
      return session;
    };
    const control = await context.positive("a delivered session becomes documented", async (check) => {
      const session = await delivered();
      const answer = await document(session, CONTENT);
      if (check.resource(answer, [200, 201], "sessions")) check.state(answer, "documented");
      const { answer: reading, session: read } = await context.journeys.read(session.id);
      const last = read.transitions.at(-1);
      check.equal("the last record", {
        expected: ["delivered", "documented"],
        actual: [last?.from, last?.to],
        answer: reading,
      });
    });
    for (const [name, content] of [
      ["without content", undefined],
      ["with empty content", ""],
    ] as const) {
      await context.negative(name, control, async (check) => {
        const session = await delivered();
        const { session: before } = await context.journeys.read(session.id);
        expectInvalid(check, await document(session, content, true), "content");
        await expectUnmoved(context, check, before);
      });
    }
    for (const from of ["confirmed", "in_progress", "documented"]) {
      await context.negative(`from ${from}`, control, async (check) => {
        const session = await context.journeys.walkTo(from);
        const { session: before } = await context.journeys.read(session.id);
        check.refused(await document(session, CONTENT), "INVALID_TRANSITION");
        await expectUnmoved(context, check, before);
      });
    }
  },
});
