import { defineMutants } from "../../define-mutants.ts";
import { nodeNow } from "../../fault-parts.ts";
import { answering, type Editable, enveloped, replying } from "../../faulty.ts";
import { editingRecords, RECORDS, recordReply } from "../../faulty-resolver.ts";
import type { Fault } from "../../mutant-call.ts";

const DAY_MS = 86_400_000;

export default defineMutants("SVC-RSLV-005", {
  "lets everybody be active for ever": () =>
    editingRecords((record) => {
      record.status = "active";
    }),
  "waits for ten days of silence": () => waiting(10),
  "waits for six days of silence": () => waiting(6),
  "takes no sign of life": () =>
    answering("telemetry.heartbeat", async (call) => enveloped(200, (await recordReply(call)).body)),
  "never makes active again who was silent": () => {
    const silent = new Set<string>();
    return editingRecords((record) => {
      if (record.status === "inactive") silent.add(record.org_slug);
      if (silent.has(record.org_slug)) record.status = "inactive";
    });
  },
  "lets one sign of life count for ever": () => {
    const silent = new Set<string>();
    return editingRecords((record) => {
      if (record.status === "inactive" && silent.has(`${record.org_slug} again`)) record.status = "active";
      if (record.status === "inactive") silent.add(record.org_slug);
      else if (silent.has(record.org_slug)) silent.add(`${record.org_slug} again`);
    });
  },
});

/** Counts as inactive who has been silent for some days, from its registration on. */
function waiting(days: number): Fault {
  const registered = new Map<string, number>();
  return replying(RECORDS, async (reply, call) => {
    const body = structuredClone(reply.body) as Editable;
    const record = body?.data?.attributes;
    if (reply.status !== 200 || record?.trust === undefined) return reply;
    const now = await nodeNow(call);
    const since = Date.parse(record.trust.last_seen ?? "") || (registered.get(record.org_slug) ?? now);
    registered.set(record.org_slug, since);
    record.status = now - since > days * DAY_MS ? "inactive" : "active";
    return { ...reply, body };
  });
}
