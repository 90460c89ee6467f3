import type { HealthStatus } from "@servicialo/schema/0.8/types";
import type { NodeServices } from "../../pipeline/execute.ts";
import type { ProbingHandler } from "../handler.ts";

/** Deadlines are behind when one of them has been due for so long and nobody is at it, in milliseconds. */
const BEHIND_MS = 60_000;

/** The process answers. */
export const live: ProbingHandler<"health.live"> = { probe: async () => ({ document: { status: "ok" } }) };

/**
 * The node can work: its database answers, its schema is current, which opening it made sure of, and its deadlines are
 * met. 503 with what is wrong otherwise (operations 4.13).
 */
export const ready: ProbingHandler<"health.ready"> = {
  async probe(services) {
    const deadlines = await deadlinesOf(services);
    if (deadlines === "ok") return { document: { status: "ok" } };
    const storage: HealthStatus = deadlines === null ? "unavailable" : "ok";
    const checks = { storage, migrations: storage, deadlines: "unavailable" } as const;
    return { status: 503, document: { status: "unavailable", checks } };
  },
};

/** How the deadlines are; null when the database does not tell. */
async function deadlinesOf({ database, clock }: NodeServices): Promise<HealthStatus | null> {
  const since = clock.now() - BEHIND_MS;
  try {
    const late = await database.read(({ db }) =>
      db
        .selectFrom("deadlines")
        .select("id")
        .where("doneAt", "is", null)
        .where("dueAt", "<=", since)
        .where((row) => row.or([row("claimedUntil", "is", null), row("claimedUntil", "<=", since)]))
        .limit(1)
        .executeTakeFirst(),
    );
    return late === undefined ? "ok" : "unavailable";
  } catch {
    return null;
  }
}
