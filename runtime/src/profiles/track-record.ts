import type { ServiceState } from "../lifecycle/states.ts";
import type { TrackRecord } from "../rules/inferred-facts.ts";
import type { Tx } from "../storage/open-database.ts";

const HOUR = 3_600_000;
const COMPLETED: readonly ServiceState[] = ["delivered", "documented", "charged", "verified"];
const ENDED: readonly ServiceState[] = [...COMPLETED, "partial", "disputed", "cancelled"];

/** Reads what a provider's sessions came to. */
export async function readTrackRecord(tx: Tx, providerId: string): Promise<TrackRecord> {
  const states = await tx.db
    .selectFrom("sessions")
    .select(({ fn }) => ["state", fn.countAll<number>().as("count")])
    .where("providerId", "=", providerId)
    .groupBy("state")
    .execute();
  const inStates = (wanted: readonly ServiceState[]) =>
    states.filter(({ state }) => wanted.includes(state)).reduce((sum, { count }) => sum + Number(count), 0);
  return {
    completed: inStates(COMPLETED),
    ended: inStates(ENDED),
    cancelled: inStates(["cancelled"]),
    ...(await readExceptions(tx, providerId)),
    ...(await readClients(tx, providerId)),
    ...(await readAnswers(tx, providerId)),
  };
}

async function readExceptions(tx: Tx, providerId: string) {
  const rows = await tx.db
    .selectFrom("exception_records as exception")
    .innerJoin("sessions", "sessions.id", "exception.sessionId")
    .select(["exception.type as type", "exception.initiatedBy as initiatedBy", "exception.details as details"])
    .where("sessions.providerId", "=", providerId)
    .where("sessions.state", "=", "cancelled")
    .where("exception.type", "in", ["cancellation", "no_show"])
    .execute();
  return {
    cancelledByProvider: rows.filter((row) => row.type === "cancellation" && row.initiatedBy === providerId).length,
    clientNoShows: rows.filter(
      (row) => row.type === "no_show" && (row.details as { no_show_type?: string }).no_show_type === "client",
    ).length,
  };
}

async function readClients(tx: Tx, providerId: string) {
  const perClient = tx.db
    .selectFrom("sessions")
    .select(({ fn }) => ["clientId", fn.countAll<number>().as("visits")])
    .where("providerId", "=", providerId)
    .where("state", "in", COMPLETED)
    .groupBy("clientId");
  const { clients, returning } = await tx.db
    .selectFrom(perClient.as("visitors"))
    .select(({ fn, eb }) => [
      fn.countAll<number>().as("clients"),
      fn.sum<number | null>(eb.case().when("visitors.visits", ">", 1).then(1).else(0).end()).as("returning"),
    ])
    .executeTakeFirstOrThrow();
  return { clients: Number(clients), clientsWhoCameBack: Number(returning ?? 0) };
}

async function readAnswers(tx: Tx, providerId: string) {
  const { answers, milliseconds } = await tx.db
    .selectFrom("sessions")
    .innerJoin("acknowledgements as word", "word.sessionId", "sessions.id")
    .select(({ fn, eb, ref }) => [
      fn.countAll<number>().as("answers"),
      fn.avg<number | null>(eb("word.at", "-", ref("sessions.requestedAt"))).as("milliseconds"),
    ])
    .where("sessions.providerId", "=", providerId)
    .where("word.party", "=", "provider")
    .where("word.source", "=", "direct_confirm")
    .executeTakeFirstOrThrow();
  return { answers: Number(answers), answerHours: Number(milliseconds ?? 0) / HOUR };
}
