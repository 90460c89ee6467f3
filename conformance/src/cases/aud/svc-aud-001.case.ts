import { bookRequested, expectAsked } from "../../agent-steps.ts";
import type { HeldMandate, MandateWish } from "../../agents.ts";
import type { Answer } from "../../answer.ts";
import type { AuditEntryView } from "../../audit-trail.ts";
import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import type { OwnedSession } from "../../journey-steps.ts";

const AT_ONCE = 6;
const READ = ["service:read", "service:write"];
const ELSEWHERE = { ip_allowlist: ["203.0.113.0/24"] };

/** A way to be refused, and how the trail tells of it (mandates page 7). */
interface Rejection {
  readonly name: string;
  readonly wish?: MandateWish;
  readonly change?: "mandates.suspend" | "mandates.revoke";
  readonly call: (mandate: HeldMandate, session: OwnedSession) => Promise<Answer>;
  readonly result?: "rejected" | "failure" | "halted";
}

export default defineCase({
  requirement: "SVC-AUD-001",
  title: "every action and every rejection leaves exactly one entry",
  async run(context) {
    const session = await bookRequested(context);
    const control = await context.positive("reads and moves, one entry each", async (check) => {
      const mandate = await context.agents.issue({ scopes: READ });
      const own = await bookRequested(context);
      const calls = [
        ["service.get", () => context.agents.read(mandate, own)],
        ["lifecycle.transition", () => context.agents.move(mandate, own, { to_state: "scheduled" })],
        ["service.get", () => context.agents.read(mandate, own)],
      ] as const;
      for (const [action, call] of calls) {
        const { answer, added } = await around(context, mandate, call);
        check.equal(`status of ${action}`, { expected: 200, actual: answer.status, answer });
        expectOne(check, added, { action, result: "success", failureReason: undefined, resourceId: own.id });
      }
    });
    await context.positive("actions at once, an entry for each", async (check) => {
      const mandate = await context.agents.issue({ scopes: READ });
      const { added } = await around(context, mandate, () =>
        Promise.all(Array.from({ length: AT_ONCE }, () => context.agents.read(mandate, session))),
      );
      check.equal("entries", { expected: AT_ONCE, actual: added.length });
      check.equal("their results", { expected: ["success"], actual: [...new Set(added.map(({ result }) => result))] });
    });
    await context.positive("issuing, suspending, reactivating and revoking, an entry each", async (check) => {
      const mandate = await context.agents.issue({ scopes: READ });
      for (const what of ["mandates.suspend", "mandates.reactivate", "mandates.revoke"] as const)
        await context.agents.mustChange(mandate, what);
      const trail = await context.agents.trail(mandate);
      check.equal("actions", {
        expected: ["mandate.issue", "mandate.suspend", "mandate.reactivate", "mandate.revoke"],
        actual: trail.map(({ action }) => action),
      });
    });
    for (const rejection of await rejections(context)) {
      await context.negative(rejection.name, control, async (check) => {
        const mandate = await context.agents.issue({ scopes: READ, ...rejection.wish });
        if (rejection.change !== undefined) await context.agents.mustChange(mandate, rejection.change);
        const { answer, added } = await around(context, mandate, () => rejection.call(mandate, session));
        check.holds("the call is refused", answer.status >= 400 && answer.status < 500, {
          expected: "a refusal",
          actual: answer.describe(),
          answer,
        });
        const [code] = answer.errorCodes;
        expectOne(check, added, {
          result: rejection.result ?? "rejected",
          failureReason: need(code, "the error code"),
        });
      });
    }
    await context.negative("what a human is asked about", control, async (check) => {
      const mandate = await context.agents.issue({ scopes: ["schedule:write"] });
      const { answer, added } = await around(context, mandate, () =>
        context.agents.call(mandate, "lifecycle.transition", {
          path: { session_id: session.id },
          attributes: { to_state: "cancelled", reason: "certification run" },
        }),
      );
      // Without the scope it is a rejection; with it, it waits.
      expectOne(check, added, { result: "rejected", failureReason: need(answer.errorCodes[0], "the error code") });
      const writing = await context.agents.issue({ scopes: READ });
      const waiting = await around(context, writing, () =>
        context.agents.move(writing, session, { to_state: "cancelled", reason: "certification run" }),
      );
      expectAsked(check, waiting.answer);
      expectOne(check, waiting.added, { action: "lifecycle.transition", result: "halted" });
    });
  },
});

/** Does something, and gives the entries that the trail has grown by. */
async function around<Result>(
  context: CaseContext,
  mandate: HeldMandate,
  act: () => Promise<Result>,
): Promise<{ answer: Result; added: readonly AuditEntryView[] }> {
  const before = new Set((await context.agents.trail(mandate)).map(({ id }) => id));
  const answer = await act();
  const after = await context.agents.trail(mandate);
  return { answer, added: after.filter(({ id }) => !before.has(id)) };
}

function expectOne(
  check: Check,
  added: readonly AuditEntryView[],
  expected: Partial<Pick<AuditEntryView, "action" | "result" | "failureReason" | "resourceId">>,
): void {
  check.equal("entries added", { expected: 1, actual: added.length });
  const [entry] = added;
  const seen = Object.keys(expected).map((name) => [name, entry?.[name as keyof AuditEntryView]]);
  check.equal("what the entry says", { expected, actual: Object.fromEntries(seen) });
}

async function rejections(context: CaseContext): Promise<readonly Rejection[]> {
  const read: Rejection["call"] = (mandate, session) => context.agents.read(mandate, session);
  const second = context.node.has("second_agent") ? context.node.partyId("second_agent") : null;
  return [
    { name: "check 2, suspended", change: "mandates.suspend", call: read },
    { name: "check 2, revoked", change: "mandates.revoke", call: read },
    ...(second === null
      ? []
      : [
          {
            name: "check 4, another agent",
            call: (mandate: HeldMandate, session: OwnedSession) =>
              context.agents.read(mandate, session, { as: "second_agent", actor: { id: second } }),
          },
        ]),
    { name: "check 5, without scope", wish: { scopes: ["service:write"] }, call: read },
    {
      name: "check 6, another professional's session",
      wish: { principal: "second_provider" },
      call: read,
    },
    { name: "check 8, from elsewhere", wish: { constraints: ELSEWHERE }, call: read },
    {
      name: "what no agent does",
      call: (mandate, session) => context.agents.move(mandate, session, { to_state: "delivered" }),
    },
    {
      name: "a rule of the domain",
      call: (mandate, session) => context.agents.move(mandate, session, { to_state: "verified" }),
    },
    {
      name: "something that nobody has",
      call: (mandate) => context.agents.read(mandate, { id: `unknown-${context.world.uniqueWord()}` }),
      result: "failure",
    },
  ];
}
