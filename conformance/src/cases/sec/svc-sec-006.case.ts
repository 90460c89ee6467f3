import { expectBooking } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { CREDENTIAL_KINDS } from "../../settings.ts";

export default defineCase({
  requirement: "SVC-SEC-006",
  title: "credentials do not appear in answers",
  phase: "settled",
  async run(context) {
    await context.positive("every answer of the run", async (check) => {
      const session = await expectBooking(context, check);
      await context.journeys.read(session.id);
      const tokens = CREDENTIAL_KINDS.filter((kind) => context.node.has(kind)).map((kind) => ({
        kind,
        token: context.node.credential(kind).token,
      }));
      const echoed = context.transcript.flatMap((one) => {
        const answer = `${one.response?.text ?? ""}\n${JSON.stringify(one.response?.headers ?? {})}`;
        return tokens
          .filter(({ token }) => answer.includes(token))
          .map(({ kind }) => `the ${kind} token in exchange ${one.seq}`);
      });
      check.equal(`credentials in ${context.transcript.length} answers`, { expected: [], actual: echoed });
    });
  },
});
