import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyAudit } from "../audit/verify-audit.ts";
import { issue, TestAgent, trailOf } from "../testing/agents.ts";
import { Clinic, succeeded } from "../testing/clinic.ts";
import type { TestAnswer } from "../testing/party-client.ts";

let clinic: Clinic;
let sessionId: string;
let agent: TestAgent;
beforeAll(async () => {
  clinic = await Clinic.open();
  sessionId = await clinic.sessionIn("scheduled");
  agent = await TestAgent.for(clinic, "client", { scopes: ["service:read"] });
});
afterAll(() => clinic.close());

type Step = "call" | "suspend" | "reactivate" | "revoke" | "expire";

const step = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Step>("call") },
  { weight: 2, arbitrary: fc.constant<Step>("suspend") },
  { weight: 2, arbitrary: fc.constant<Step>("reactivate") },
  { weight: 1, arbitrary: fc.constant<Step>("revoke") },
  { weight: 1, arbitrary: fc.constant<Step>("expire") },
);

function take(stepToTake: Step, mandate: TestAgent): Promise<TestAnswer> | undefined {
  const input = { mandate_id: mandate.mandateId };
  switch (stepToTake) {
    case "call":
      return mandate.call("service.get", { service_id: sessionId });
    case "suspend":
      return clinic.call("client", "mandates.suspend", input);
    case "reactivate":
      return clinic.call("client", "mandates.reactivate", input);
    case "revoke":
      return clinic.call("client", "mandates.revoke", input);
    case "expire":
      clinic.demo.clock.advance(3_600_000);
      return undefined;
  }
}

const newMandate = async () =>
  agent.under(await issue(clinic, "client", { scopes: ["service:read"], agentId: agent.id, hours: 1 }));

describe("the loss of a mandate", () => {
  it("stops every later call, in whatever order things happen", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const mandate = await newMandate();
        let status = "active";
        for (const each of steps) {
          const answer = await take(each, mandate);
          if (each === "call") expect(answer?.status === 200, `${status} ${answer?.text}`).toBe(status === "active");
          if (each === "expire" && status !== "revoked") status = "expired";
          if (each === "suspend") status = answer?.status === 200 ? "suspended" : status;
          if (each === "reactivate") status = answer?.status === 200 ? "active" : status;
          if (each === "revoke") status = answer?.status === 200 ? "revoked" : status;
        }
        const shown = succeeded(await clinic.call("client", "mandates.get", { mandate_id: mandate.mandateId }));
        expect(shown.body.data.attributes.status).toBe(status);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it("is never followed by an action in the trail, when calls and changes happen all at once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
        const mandate = await newMandate();
        await Promise.all(steps.map((each) => take(each, mandate)));
        await expectNoActionAfterLoss(mandate.mandateId);
      }),
      { numRuns: 20 },
    );
    const report = await clinic.demo.node.services.database.read(verifyAudit);
    expect(report.faults).toEqual([]);
  }, 60_000);
});

/** Reads the trail as the order in which things took effect. */
async function expectNoActionAfterLoss(mandateId: string): Promise<void> {
  const { body } = succeeded(await clinic.call("client", "mandates.get", { mandate_id: mandateId }));
  const end = Date.parse(body.data.attributes.expires_at);
  let status = "active";
  for (const { action, action_result: result, timestamp, seq } of await trailOf(clinic, mandateId, "client")) {
    const told = `${seq} ${action} ${result} while ${status}`;
    if (action === "service.get" && result === "success") {
      expect(status, told).toBe("active");
      expect(Date.parse(timestamp), told).toBeLessThan(end);
    }
    if (action === "service.get" && result !== "success") {
      expect(status !== "active" || Date.parse(timestamp) >= end, told).toBe(true);
    }
    if (action === "mandate.suspend") status = "suspended";
    if (action === "mandate.reactivate") status = "active";
    if (action === "mandate.revoke") status = "revoked";
  }
}

describe("the daily limit", () => {
  it("is exact under 50 parallel calls", async () => {
    const constraints = { max_actions_per_day: 17 };
    const limited = await TestAgent.for(clinic, "client", { scopes: ["service:read"], constraints });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => limited.call("service.get", { service_id: sessionId })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(17);
    const refused = answers.filter(({ errors }) => errors[0]?.meta?.["constraint"] === "max_actions_per_day");
    expect(refused).toHaveLength(33);
    const trail = await trailOf(clinic, limited.mandateId);
    expect(trail).toHaveLength(51);
    expect(trail.map(({ seq }) => seq)).toEqual(Array.from({ length: 51 }, (_, n) => n + 1));
    clinic.demo.clock.advance(86_400_000 - 3_600_000);
  });

  it("begins anew at midnight in the zone of the organization", async () => {
    const constraints = { max_actions_per_day: 1 };
    const limited = await TestAgent.for(clinic, "client", { scopes: ["service:read"], constraints, hours: 72 });
    const read = () => limited.call("service.get", { service_id: sessionId });
    succeeded(await read());
    const [refusal] = (await read()).errors;
    const midnight = Date.parse(refusal?.meta?.["retry_at"] as string);
    clinic.demo.clock.set(midnight - 1);
    expect((await read()).status).toBe(403);
    clinic.demo.clock.set(midnight);
    succeeded(await read());
  });
});

describe("an approval", () => {
  it("lets one of several equal calls act, however many come at once", async () => {
    const id = await clinic.sessionIn("scheduled");
    const canceller = await TestAgent.for(clinic, "client", { scopes: ["schedule:write"] });
    const asked = await canceller.call("scheduling.cancel", { session_id: id });
    const confirmation = asked.errors[0]?.meta?.["confirmation_id"] as string;
    succeeded(await clinic.call("client", "confirmations.approve", { confirmation_id: confirmation }));
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => canceller.call("scheduling.cancel", { session_id: id }, { confirmation })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const codes = new Set(answers.filter(({ status }) => status !== 200).map(({ errors }) => errors[0]?.code));
    expect([...codes]).toEqual(["CONFIRMATION_INVALID"]);
  });
});
