import { expectRefusedBy } from "../../agent-steps.ts";
import type { HeldMandate } from "../../agents.ts";
import { allOperations, allScopes } from "../../artefacts.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { type ScopedOperation, sampleCalls } from "../../sample-calls.ts";

/** What an agent with the scope may still be told: a human is asked, or no agent does this. */
const BEYOND_SCOPES = ["CONFIRMATION_REQUIRED", "FORBIDDEN"];

export default defineCase({
  requirement: "SVC-MAND-006",
  title: "check 5: every operation is open to its scopes, and to no other",
  async run(context) {
    const everything = allScopes().map(({ name }) => name);
    const held = new Map<string, Promise<HeldMandate>>();
    const under = (scopes: readonly string[]): Promise<HeldMandate> => {
      const known = held.get(scopes.join());
      if (known !== undefined) return known;
      const issuing = context.agents.issue({ scopes });
      held.set(scopes.join(), issuing);
      return issuing;
    };
    const samples = await sampleCalls(context);
    for (const operation of allOperations().filter(({ scopes }) => scopes.length > 0)) {
      if (!(await context.world.declares(operation.id as ScopedOperation))) continue;
      const sample = need(samples[operation.id as ScopedOperation], `a sample of ${operation.id}`);
      const others = everything.filter((scope) => !operation.scopes.includes(scope));
      const call = async (scopes: readonly string[]) =>
        context.agents.call(await under(scopes), operation.id as ScopedOperation, await sample());
      let control = null;
      for (const scope of operation.scopes) {
        control = await context.positive(`${operation.id} with ${scope} alone`, async (check) => {
          const answer = await call([scope]);
          const passed = answer.status >= 200 && answer.status < 500 && answer.status !== 401;
          const beyond = answer.status !== 403 || answer.errorCodes.some((code) => BEYOND_SCOPES.includes(code));
          check.holds("the scope is enough", passed && beyond, {
            expected: `anything but 401, a refusal of a check, or a fault`,
            actual: answer.describe(),
            answer,
          });
        });
      }
      if (control === null) continue;
      await context.negative(`${operation.id} with every other scope`, control, async (check) => {
        const answer = await call(others);
        expectRefusedBy(context, check, answer, { code: "SCOPE_INSUFFICIENT", by: 5 });
        const named = operation.scopes.some((scope) => answer.text.includes(scope));
        check.holds("the scope that is missing is named", named || !context.settings.exactCodes, {
          expected: operation.scopes.join(" or "),
          actual: answer.text,
          answer,
        });
      });
    }
  },
});
