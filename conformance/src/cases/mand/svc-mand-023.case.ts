import { bookRequested, letPass } from "../../agent-steps.ts";
import type { HeldMandate } from "../../agents.ts";
import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";

const LIFE_SECONDS = 5;

type Change = "mandates.suspend" | "mandates.reactivate" | "mandates.revoke";

export default defineCase({
  requirement: "SVC-MAND-023",
  title: "a suspended mandate can be put in force again until its end",
  phase: "clock",
  async run(context) {
    const control = await context.positive("suspend, reactivate, and use it again", async (check) => {
      const mandate = await context.agents.issue();
      const session = await bookRequested(context);
      await expectChange(context, check, { mandate, what: "mandates.suspend", status: "suspended" });
      await expectChange(context, check, { mandate, what: "mandates.reactivate", status: "active" });
      check.resource(await context.agents.read(mandate, session), 200, "services");
      const read = await context.agents.get(mandate);
      check.equal("expires_at", {
        expected: Date.parse(mandate.expiresAt),
        actual: Date.parse(String(read.at("data.attributes.expires_at"))),
        answer: read,
      });
      return mandate;
    });
    await context.negative("reactivating one that is active", control, async (check) => {
      await expectConflict(context, check, {
        mandate: need(control.value),
        what: "mandates.reactivate",
        stays: "active",
      });
    });
    await context.negative("suspending twice", control, async (check) => {
      const mandate = need(control.value);
      await expectChange(context, check, { mandate, what: "mandates.suspend", status: "suspended" });
      await expectConflict(context, check, { mandate, what: "mandates.suspend", stays: "suspended" });
    });
    await context.negative("anything after it was revoked", control, async (check) => {
      const mandate = await context.agents.issue();
      await expectChange(context, check, { mandate, what: "mandates.revoke", status: "revoked" });
      for (const what of ["mandates.suspend", "mandates.reactivate", "mandates.revoke"] as const)
        await expectConflict(context, check, { mandate, what, stays: "revoked" });
    });
    await context.negative("anything after its end, suspended or not", control, async (check) => {
      const suspended = await context.agents.issue({ lifeSeconds: LIFE_SECONDS });
      const active = await context.agents.issue({ lifeSeconds: LIFE_SECONDS });
      await expectChange(context, check, { mandate: suspended, what: "mandates.suspend", status: "suspended" });
      await letPass(context, LIFE_SECONDS + 1);
      for (const mandate of [suspended, active]) {
        for (const what of ["mandates.reactivate", "mandates.suspend", "mandates.revoke"] as const)
          await expectConflict(context, check, { mandate, what, stays: "expired" });
      }
    });
  },
});

async function expectChange(
  context: CaseContext,
  check: Check,
  { mandate, what, status }: { mandate: HeldMandate; what: Change; status: string },
): Promise<void> {
  const answer = await context.agents.change(mandate, what);
  if (check.resource(answer, 200, "mandates"))
    check.equal("status", { expected: status, actual: answer.at("data.attributes.status"), answer });
}

async function expectConflict(
  context: CaseContext,
  check: Check,
  { mandate, what, stays }: { mandate: HeldMandate; what: Change; stays: string },
): Promise<void> {
  check.refused(await context.agents.change(mandate, what), "CONFLICT");
  const read = await context.agents.get(mandate);
  check.equal("status as read", { expected: stays, actual: read.at("data.attributes.status"), answer: read });
}
