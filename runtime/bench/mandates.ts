/**
 * What the eight checks of a mandate cost: bookings of an agent on a node as it is, against the same node with the checks
 * left out. The agent's claim, the lock of its mandate and the audit trail are on both sides.
 */
import { isoInstant } from "../src/clock.ts";
import { DAY, NOW, SLUG } from "./support/clinic.ts";
import type { Bench, Finding } from "./support/findings.ts";
import { median, send, type Unit } from "./support/load.ts";
import { bookingRequest } from "./support/operations.ts";
import { Inputs, inTurns, ratioOf } from "./support/operations-on.ts";
import { plantSessions } from "./support/plant.ts";
import { Server } from "./support/server.ts";
import { openStage, type Stage, withNode } from "./support/stage.ts";

/** Largest share of an agent's call that the checks may take. */
const GOAL = 0.15;

export const mandatesBench: Bench = async ({ dialects, effort }) => {
  const findings: Finding[] = [];
  for (const dialect of dialects) {
    const stage = await openStage(dialect);
    const servers: Server[] = [];
    try {
      await plantSessions(stage, 1000);
      const mandate = await issueMandate(stage);
      for (const role of ["unchecked", "node"] as const)
        servers.push(await Server.start({ role, location: stage.location, dialect }));
      const inputs = new Inputs(stage);
      const units = servers.map((server) => ({ server, unit: agentBooks(stage, { server, inputs, mandate }) }));
      // One call at a time, since all of one mandate take turns.
      const rounds = await inTurns(units, { rounds: 5, concurrency: 1, milliseconds: 1000 * effort });
      const without = median(rounds[0]?.map(({ processor }) => processor) ?? []);
      const withChecks = median(rounds[1]?.map(({ processor }) => processor) ?? []);
      const byTime = 1 - 1 / ratioOf(rounds);
      const byProcessor = 1 - without / withChecks;
      console.log(
        `  ${dialect}: ${(100 * byTime).toFixed(1)} % of a call's time, ${(100 * byProcessor).toFixed(1)} % of its processor time`,
      );
      findings.push({
        goal: `the eight checks of a mandate, ${dialect}: at most ${100 * GOAL} % of an agent's booking`,
        seen: `${(100 * byTime).toFixed(1)} %`,
        met: byTime <= GOAL,
      });
    } finally {
      for (const server of servers) await server.stop();
      await stage.drop();
    }
  }
  return findings;
};

const AGENT = "agent_bench";

function agentBooks(
  { cast }: Stage,
  { server, inputs, mandate }: { readonly server: Server; readonly inputs: Inputs; readonly mandate: string },
): Unit {
  const actor = { type: "agent", id: AGENT, mandate_id: mandate };
  return () => {
    const behalf = { type: "organization", id: cast.organizationId };
    return send(server.pool, bookingRequest(cast, inputs.next("book"), { ...actor, on_behalf_of: behalf }));
  };
}

async function issueMandate({ location, cast }: Stage): Promise<string> {
  return withNode(location, async (app) => {
    const attributes = {
      ...{ principal_id: cast.organizationId, principal_type: "organization", acting_for: "organization" },
      ...{ agent_id: AGENT, context: `org:${SLUG}`, scopes: ["schedule:write"] },
      constraints: { max_actions_per_day: 10_000_000, allowed_hours: everyHour() },
      expires_at: isoInstant(NOW + 30 * DAY),
    };
    const answer = await app.inject({
      method: "POST",
      url: "/servicialo/v1/mandates",
      headers: { authorization: `Bearer ${cast.token}`, "content-type": "application/vnd.api+json" },
      payload: JSON.stringify({ data: { type: "mandates", attributes } }),
    });
    if (answer.statusCode !== 201) throw new Error(`The mandate was not issued: ${answer.body}`);
    return (answer.json() as { data: { id: string } }).data.id;
  });
}

/** A constraint that has to be judged, and lets everything through. */
function everyHour() {
  return { start: "00:00", end: "23:59", timezone: "America/Santiago" };
}
