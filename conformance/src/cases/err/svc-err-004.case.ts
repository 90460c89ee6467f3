import { expectBooking, unknownId } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

/** What betrays the inside of a server: frames of stack traces, statements, paths of its source. */
const LEAKS: readonly { name: string; pattern: RegExp }[] = [
  {
    name: "a stack frame",
    pattern: /\bat\s+[\w.$<>[\] ]*\(?(?:file:\/\/)?\/?[\w@./\\-]+\.(?:[cm]?[jt]sx?|py|rb|java|php|go):\d+/,
  },
  { name: "a Python trace", pattern: /Traceback \(most recent call last\)/ },
  { name: "a Java trace", pattern: /\bat (?:[a-z]\w*\.){2,}\w+\([A-Z]\w*\.java:\d+\)/ },
  { name: "an SQL statement", pattern: /\b(?:SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s.+\sSET|DELETE\s+FROM)\b/i },
  { name: "a database error", pattern: /\bSQLITE_\w+|\bSQLSTATE\b|\bORA-\d{5}\b/ },
  { name: "a bearer token", pattern: /\bBearer\s+[A-Za-z0-9._~+/-]{16,}/ },
];

export default defineCase({
  requirement: "SVC-ERR-004",
  title: "refusals reveal nothing of the inside",
  phase: "settled",
  async run(context) {
    await context.positive("provoked refusals, and every refusal of the run", async (check) => {
      const session = await expectBooking(context, check);
      check.refused(
        await context.node.call("service.get", { path: { service_id: `${unknownId(context)}'";--` } }),
        "NOT_FOUND",
      );
      check.refused(await context.node.call("scheduling.book", { rawBody: '{"data":' }), "MALFORMED_REQUEST");
      check.refused(
        await context.node.call("scheduling.book", { attributes: { service_id: { $gt: "" } }, deliberate: true }),
        "VALIDATION_ERROR",
      );
      check.refused(await context.journeys.transition(session, "in_progress"), "INVALID_TRANSITION");
      const refusals = context.transcript.filter((one) => (one.response?.status ?? 0) >= 400);
      const leaking = refusals.flatMap((one) =>
        LEAKS.filter(({ pattern }) => pattern.test(one.response?.text ?? "")).map(
          ({ name }) => `${name} in exchange ${one.seq}`,
        ),
      );
      check.equal(`what ${refusals.length} refusals reveal`, { expected: [], actual: leaking });
    });
  },
});
