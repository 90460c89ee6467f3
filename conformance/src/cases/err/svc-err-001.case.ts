import type { Answer } from "../../answer.ts";
import { expectBooking, unknownId } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { isRecord, pickList } from "../../json-path.ts";

function expectEnvelope(check: Check, answer: Answer): void {
  const entries = pickList(answer.body, "errors");
  const fits =
    entries.length > 0 &&
    entries.every(
      (entry) =>
        isRecord(entry) &&
        entry.status === String(answer.status) &&
        typeof entry.code === "string" &&
        /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(entry.code) &&
        typeof entry.title === "string" &&
        entry.title !== "",
    );
  check.holds("every entry of errors", fits, {
    expected: "status as string, CODE, title",
    actual: answer.text,
    answer,
  });
  check.holds("no data beside errors", isRecord(answer.body) && !("data" in answer.body), {
    expected: "no data",
    actual: answer.text,
    answer,
  });
  check.enveloped(answer);
}

export default defineCase({
  requirement: "SVC-ERR-001",
  title: "refusals are errors arrays with status, code and title",
  async run(context) {
    const control = await context.positive("a lawful booking has no errors", async (check) => {
      const session = await expectBooking(context, check);
      check.equal("errors", { expected: [], actual: pickList(session.booked.body, "errors"), answer: session.booked });
    });
    await context.negative("401, 404, 406 and 422", control, async (check) => {
      const unauthorized = await context.node.call("service.get", {
        path: { service_id: unknownId(context) },
        as: null,
      });
      check.refused(unauthorized, "UNAUTHORIZED");
      const unknown = await context.node.call("service.get", { path: { service_id: unknownId(context) } });
      check.refused(unknown, "NOT_FOUND");
      const noPath = await context.node.raw({ method: "GET", target: `/${unknownId(context)}` });
      check.refused(noPath, "NOT_FOUND");
      const version = await context.node.call("service.get", {
        path: { service_id: unknownId(context) },
        version: "99.9",
      });
      check.refused(version, "UNSUPPORTED_VERSION");
      const invalid = await context.node.call("scheduling.book", { attributes: {}, deliberate: true });
      check.refused(invalid, "VALIDATION_ERROR");
      for (const answer of [unauthorized, unknown, noPath, version, invalid]) expectEnvelope(check, answer);
    });
  },
});
