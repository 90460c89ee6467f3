import { sql } from "kysely";
import type { QueueSource } from "./metrics.ts";

/** What waits in the database, at one moment. */
export interface Queues {
  /** Deadlines that are due and not met. */
  readonly deadlinesLate: number;
  /** Seconds by which the oldest of them is late. */
  readonly deadlineSecondsLate: number;
  readonly webhooksWaiting: number;
  /** Of these, the ones that were tried before. */
  readonly webhooksRetrying: number;
  /** Seconds by which the oldest due delivery is late. */
  readonly webhookSecondsLate: number;
  readonly noticesWaiting: number;
}

/** Reads all queues on one snapshot, each by its index, so that a scrape costs little however much is stored. */
export async function readQueues({ database, clock }: QueueSource): Promise<Queues> {
  const now = clock.now();
  return database.read(async ({ db }) => {
    const one = async (query: ReturnType<typeof sql<Record<string, number | null>>>) => {
      const { rows } = await query.execute(db);
      return Object.values(rows[0] ?? {}).map((value) => Number(value ?? 0));
    };
    const [deadlinesLate = 0, firstDue = 0] = await one(
      sql`select count(*) as late, min("due_at") as oldest from "deadlines" where "done_at" is null and "due_at" <= ${now}`,
    );
    const [webhooksWaiting = 0, webhooksRetrying = 0, firstAttempt = 0] = await one(
      sql`select count(*) as waiting, sum(case when "attempts" > 0 then 1 else 0 end) as retrying, min("next_attempt_at") as oldest from "webhook_deliveries" where "next_attempt_at" is not null`,
    );
    const [noticesWaiting = 0] = await one(
      sql`select count(*) as waiting from "notices" where "next_attempt_at" is not null`,
    );
    const late = (since: number) => (since === 0 ? 0 : Math.max(0, now - since) / 1000);
    return {
      deadlinesLate,
      deadlineSecondsLate: late(firstDue),
      webhooksWaiting,
      webhooksRetrying,
      webhookSecondsLate: late(firstAttempt),
      noticesWaiting,
    };
  });
}
