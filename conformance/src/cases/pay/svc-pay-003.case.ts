import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import type { OwnedSession } from "../../journey-steps.ts";

async function expectStates(
  context: CaseContext,
  check: Check,
  wanted: readonly (readonly [OwnedSession, string])[],
): Promise<void> {
  for (const [session, state] of wanted) {
    const { answer, session: read } = await context.journeys.read(session.id);
    check.equal(`state of ${session.id}`, { expected: state, actual: read.state, answer });
  }
}

export default defineCase({
  requirement: "SVC-PAY-003",
  title: "a sale charges the session it names, else the oldest documented one",
  async run(context) {
    const clientId = await context.world.newClient();
    const control = await context.positive("without session_id the oldest is charged", async (check) => {
      const older = await context.journeys.walkTo("documented", { clientId });
      const newer = await context.journeys.walkTo("documented", { clientId });
      check.resource(await context.journeys.charge(newer, { session_id: undefined }), 201, "sales");
      await expectStates(context, check, [
        [older, "charged"],
        [newer, "documented"],
      ]);
      return newer;
    });
    const named = await context.positive("with session_id the named one is charged", async (check) => {
      const newest = await context.journeys.walkTo("documented", { clientId });
      check.resource(await context.journeys.charge(newest), 201, "sales");
      await expectStates(context, check, [
        [newest, "charged"],
        [need(control.value), "documented"],
      ]);
      check.resource(await context.journeys.charge(need(control.value)), 201, "sales");
      return newest;
    });
    await context.negative("with none documented", named, async (check) => {
      const answer = await context.journeys.charge(need(named.value), { session_id: undefined });
      check.refused(answer, "VALIDATION_ERROR", "INVALID_TRANSITION");
    });
  },
});
