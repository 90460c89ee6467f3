import {
  bookRequested,
  bookWithSecondProvider,
  type CheckRefusal,
  expectActs,
  expectStopped,
  onBothSides,
} from "../../agent-steps.ts";
import type { MandateWish } from "../../agents.ts";
import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import type { OwnedSession } from "../../journey-steps.ts";

const NOWHERE = { ip_allowlist: ["203.0.113.0/24"] };
const NEVER_HERE = { service_types: ["a-type-that-nobody-offers"] };
const OTHER_SCOPE = ["mandate:read"];

/** What stands against a call: made so that exactly the named check would refuse it alone. */
interface Obstacles {
  readonly wish?: MandateWish;
  readonly change?: "mandates.suspend" | "mandates.revoke";
  /** The other agent's credential is used. */
  readonly stranger?: boolean;
  /** The session is of somebody whom the mandate does not concern. */
  readonly outside?: boolean;
  /** The agent holds a mandate of the other side, too. */
  readonly bothSides?: boolean;
}

const ROWS: readonly (readonly [string, Obstacles, CheckRefusal])[] = [
  [
    "2 before 4 and 5: suspended, of another agent, without scope",
    { change: "mandates.suspend", stranger: true, wish: { scopes: OTHER_SCOPE } },
    { code: "MANDATE_SUSPENDED", by: 2 },
  ],
  [
    "2 before 5: revoked, and without scope",
    { change: "mandates.revoke", wish: { scopes: OTHER_SCOPE } },
    { code: "MANDATE_EXPIRED", by: 2 },
  ],
  [
    "2 before 6 and 8: revoked, outside, from elsewhere",
    { change: "mandates.revoke", outside: true, wish: { constraints: NOWHERE } },
    { code: "MANDATE_EXPIRED", by: 2 },
  ],
  [
    "4 before 5: of another agent, and without scope",
    { stranger: true, wish: { scopes: OTHER_SCOPE } },
    { code: "AGENT_MISMATCH", by: 4 },
  ],
  ["4 before 6: of another agent, and outside", { stranger: true, outside: true }, { code: "AGENT_MISMATCH", by: 4 }],
  [
    "5 before 6: without scope, and outside",
    { outside: true, wish: { scopes: OTHER_SCOPE } },
    { code: "SCOPE_INSUFFICIENT", by: 5 },
  ],
  [
    "5 before 8: without scope, from elsewhere",
    { wish: { scopes: OTHER_SCOPE, constraints: NOWHERE } },
    { code: "SCOPE_INSUFFICIENT", by: 5 },
  ],
  [
    "6 before 8: outside, from elsewhere",
    { outside: true, wish: { constraints: NOWHERE } },
    { code: "CONTEXT_MISMATCH", by: 6 },
  ],
  [
    "7 before 8: on both sides, from elsewhere",
    { bothSides: true, wish: { constraints: NOWHERE } },
    { code: "CONFLICT_OF_INTEREST", by: 7 },
  ],
  [
    "8, in the order of its constraints: from elsewhere, of another type",
    { wish: { constraints: { ...NOWHERE, ...NEVER_HERE } } },
    { code: "CONSTRAINT_VIOLATED", by: 8, constraint: "ip_allowlist" },
  ],
];

export default defineCase({
  requirement: "SVC-MAND-015",
  title: "the checks are answered in their order",
  run: (context) => onBothSides(context, () => judge(context)),
});

async function judge(context: CaseContext): Promise<void> {
  const clientId = context.node.partyId("second_client");
  const stranger = { as: "agent", actor: { id: context.node.partyId("agent") } } as const;
  /** Books, issues and puts up the obstacles; the mandate is a professional's, so that other providers are outside. */
  const setUp = async (obstacles: Obstacles) => {
    const session: OwnedSession = await (obstacles.outside === true
      ? bookRequested(context, { clientId })
      : bookWithSecondProvider(context, clientId));
    const mandate = await context.agents.issue({
      principal: "second_provider",
      agent: "second_agent",
      scopes: ["service:read", "service:write"],
      ...obstacles.wish,
    });
    if (obstacles.bothSides === true) await context.agents.issue({ principal: "second_client" });
    if (obstacles.change !== undefined) await context.agents.mustChange(mandate, obstacles.change);
    return { mandate, session, call: obstacles.stranger === true ? stranger : {} };
  };
  const control = await context.positive("nothing stands against the calls", async (check) => {
    const { mandate, session } = await setUp({});
    await expectActs(context, check, { mandate, session });
    return mandate;
  });
  for (const [name, obstacles, refusal] of ROWS) {
    await context.negative(name, control, async (check) => {
      need(control.value);
      await expectStopped(context, check, { ...(await setUp(obstacles)), refusal });
      await context.agents.cleanUp();
    });
  }
}
