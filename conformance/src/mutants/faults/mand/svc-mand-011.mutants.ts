import { defineMutants } from "../../define-mutants.ts";
import { nodeNow } from "../../fault-parts.ts";
import { editingErrors } from "../../faulty.ts";
import {
  asTheHouse,
  byAgent,
  claimOf,
  ignoring,
  mandateBehind,
  metaOf,
  misreading,
  refusedBy,
} from "../../faulty-mandates.ts";
import type { Fault } from "../../mutant-call.ts";

const LIMIT = "max_actions_per_day";
const DAY_MS = 86_400_000;

const spent = () => refusedBy(8, "CONSTRAINT_VIOLATED", { constraint: LIMIT });
const uncounted = () => ignoring("CONSTRAINT_VIOLATED", { constraint: LIMIT });

export default defineMutants("SVC-MAND-011", {
  "does not count": uncounted,
  "lets one action too many pass": () => misreading(LIMIT, (most) => most + 1),
  "stops one action early": () => misreading(LIMIT, (most) => Math.max(1, most - 1)),
  "does not count reads": () => ignoring("CONSTRAINT_VIOLATED", { constraint: LIMIT, which: byAgent("service.get") }),
  "counts calls that come together as one": countingTogetherOnce,
  "counts what it refuses, too": countingRefusals,
  "counts all mandates of an agent together": countingAllTogether,
  "never begins to count anew": neverCountingAnew,
  "ends the day with that of UTC": () => endingWithUtc(),
  "says that the day ends with that of UTC": () =>
    editingErrors(byAgent(), ({ meta }) => {
      if (meta?.constraint !== LIMIT) return;
      meta.retry_at = new Date(Math.ceil(Date.parse(meta.retry_at) / DAY_MS) * DAY_MS).toISOString();
    }),
});

function countingTogetherOnce(): Fault {
  const running = new Map<unknown, number>();
  return async (call) => {
    const id = claimOf(call)["mandate_id"];
    const before = running.get(id) ?? 0;
    running.set(id, before + 1);
    try {
      return await (before > 0 ? uncounted()(call) : call.pass());
    } finally {
      running.set(id, (running.get(id) ?? 1) - 1);
    }
  };
}

/** What a check has refused takes an action away. */
function countingRefusals(): Fault {
  const lost = new Map<unknown, number>();
  return async (call) => {
    const reply = await call.pass();
    const id = claimOf(call)["mandate_id"];
    if (!byAgent()(call)) return reply;
    if (metaOf(reply).check === 5) lost.set(id, (lost.get(id) ?? 0) + 1);
    if (reply.status !== 200 || !lost.has(id)) return reply;
    const { body } = await call.ask("GET", `/servicialo/v1/mandates/${id}/audit`, { as: "organization" });
    const done = (body as { data: { attributes: { action: string; action_result: string } }[] }).data.filter(
      ({ attributes }) => attributes.action === call.operation && attributes.action_result === "success",
    );
    const most = (await mandateBehind(call))?.constraints?.[LIMIT];
    return done.length + (lost.get(id) ?? 0) > most ? spent() : reply;
  };
}

function countingAllTogether(): Fault {
  const full = new Set<unknown>();
  return async (call) => {
    const reply = await call.pass();
    if (!byAgent()(call)) return reply;
    const id = claimOf(call)["mandate_id"];
    if (metaOf(reply).constraint === LIMIT) full.add(id);
    const others = [...full].some((one) => one !== id);
    return others && (await mandateBehind(call))?.constraints?.[LIMIT] === 1 ? spent() : reply;
  };
}

function neverCountingAnew(): Fault {
  const full = new Set<unknown>();
  return async (call) => {
    const reply = await call.pass();
    const id = claimOf(call)["mandate_id"];
    if (metaOf(reply).constraint === LIMIT) full.add(id);
    return reply.status === 200 && byAgent()(call) && full.has(id) ? spent() : reply;
  };
}

/** Begins to count anew at the midnight of UTC, and not before. */
function endingWithUtc(): Fault {
  const fullSince = new Map<unknown, number>();
  return async (call) => {
    const reply = await call.pass();
    if (!byAgent()(call)) return reply;
    const id = claimOf(call)["mandate_id"];
    const now = await nodeNow(call);
    const since = fullSince.get(id);
    const anew = since !== undefined && Math.floor(since / DAY_MS) < Math.floor(now / DAY_MS);
    if (metaOf(reply).constraint === LIMIT) {
      if (since === undefined) fullSince.set(id, now);
      return anew ? call.pass(asTheHouse(call)) : reply;
    }
    const later = since !== undefined && now - since > 60_000;
    return reply.status === 200 && later && !anew ? spent() : reply;
  };
}
