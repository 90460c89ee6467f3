import { defineCase } from "../../define-case.ts";
import { walkJson } from "../../json-path.ts";

/** Members that hold a moment by their published names, and anything that looks like one. */
const MOMENT_NAME = /\/(?:at|[a-z_]+_at|scheduled_for|verification_deadline|checkin|checkout|expires_at)$/;
const LOOKS_LIKE_MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;
const MOMENT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

function momentsOf(text: string): { path: string; value: string }[] {
  const found: { path: string; value: string }[] = [];
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return found;
  }
  walkJson(body, (path, value) => {
    if (typeof value !== "string" || /\/data\/attributes\/proof\/evidence\/\d+\/data\//.test(path)) return;
    if (MOMENT_NAME.test(path) || LOOKS_LIKE_MOMENT.test(value)) found.push({ path, value });
  });
  return found;
}

export default defineCase({
  requirement: "SVC-TIME-001",
  title: "every datetime in an answer has an offset",
  phase: "settled",
  async run(context) {
    await context.positive(
      "a session that was walked to its end, and every accepted answer of the run",
      async (check) => {
        const { answer } = await context.journeys.exemplar();
        const own = momentsOf(answer.text);
        check.holds("datetimes of a session", own.length >= 8, {
          expected: "at least one for each transition",
          actual: own.length,
          answer,
        });
        const accepted = context.transcript.filter(
          (one) => (one.response?.status ?? 0) >= 200 && (one.response?.status ?? 0) < 300,
        );
        const wrong = accepted.flatMap((one) =>
          momentsOf(one.response?.text ?? "")
            .filter(({ value }) => !MOMENT.test(value))
            .map(({ path, value }) => `${value} at ${path} in exchange ${one.seq}`),
        );
        check.equal(`datetimes without offset in ${accepted.length} answers`, {
          expected: [],
          actual: [...new Set(wrong)].slice(0, 5),
        });
      },
    );
  },
});
