import { verifyAudit } from "../../src/audit/verify-audit.ts";
import { verifyLedger } from "../../src/billing/verify-ledger.ts";
import { openDatabase, type Tx } from "../../src/storage/open-database.ts";
import { doubleBookings, illegalMoves } from "./holds.ts";

/** What was counted while everything was held against everything else. */
export interface Inspected {
  readonly sessions: number;
  readonly moves: number;
  readonly auditEntries: number;
}

/** Opens a database of a run for looking; nothing is brought up to date. */
export async function reading<Result>(location: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const database = await openDatabase({ location, migrate: false });
  try {
    return await database.read(work);
  } finally {
    await database.close();
  }
}

/**
 * Looks at everything that is stored: nobody and nothing is booked twice, every move is the machine's, every figure of
 * money follows, the agents' trail is whole.
 * @throws {Error} naming what does not hold
 */
export function inspect(location: string): Promise<Inspected> {
  return reading(location, async (tx) => {
    const { sessions, steps, faults } = await placesAndMoves(tx);
    const { differences } = await verifyLedger(tx);
    const audit = await verifyAudit(tx);
    refuse([
      ...faults,
      ...differences.map(({ of, id, figure }) => `the ${figure} of ${of} ${id} does not follow from its events`),
      ...audit.faults.map(({ mandateId, seq, what }) => `entry ${seq} of the trail of ${mandateId}: ${what}`),
    ]);
    return { sessions, moves: steps, auditEntries: audit.entries };
  });
}

/** Double bookings and illegal moves in what is stored. */
export async function placesAndMoves({ db }: Tx): Promise<{ sessions: number; steps: number; faults: string[] }> {
  const sessions = await db
    .selectFrom("sessions")
    .select(["id", "state", "offerId", "providerId", "clientId", "resourceId", "startsAt", "occupiedUntil"])
    .execute();
  const rooms = await db.selectFrom("resources").select(["id", "capacity", "bufferMinutes"]).execute();
  const steps = await db.selectFrom("transitions").select(["sessionId", "seq", "fromState", "toState"]).execute();
  return {
    sessions: sessions.length,
    steps: steps.length,
    faults: [...doubleBookings(sessions, rooms), ...illegalMoves(sessions, steps)],
  };
}

const SHOWN = 5;

/** @throws {Error} naming the first of the faults, when there are any */
export function refuse(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const more = faults.length > SHOWN ? `; and ${faults.length - SHOWN} more` : "";
  throw new Error(`${faults.slice(0, SHOWN).join("; ")}${more}`);
}
