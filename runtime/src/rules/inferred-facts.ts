/** A fact that a node derives from its own data (objects page 2.2). */
export interface InferredFact {
  readonly key: string;
  readonly value: unknown;
  /** 0 to 1. */
  readonly confidence: number;
  /** Data points behind it. */
  readonly evidenceCount: number;
}

/** Numbers of a provider's sessions, from what this node has recorded. */
export interface TrackRecord {
  /** Sessions that were delivered whole. */
  readonly completed: number;
  /** Sessions that are over in whatever way, cancelled ones included. */
  readonly ended: number;
  readonly cancelled: number;
  readonly cancelledByProvider: number;
  readonly clientNoShows: number;
  /** Clients with a completed session, and those of them with several. */
  readonly clients: number;
  readonly clientsWhoCameBack: number;
  /** Bookings that the provider side confirmed, and the hours that took on average. */
  readonly answers: number;
  readonly answerHours: number;
}

/** Data points at which a rate is trusted half. */
const HALF_TRUSTED = 10;

/** How sure a rate from so many data points is: 0 from none, half from ten, towards 1. */
export function confidenceFrom(points: number): number {
  return rounded(points / (points + HALF_TRUSTED), 2);
}

/**
 * The trust attributes that sessions tell: what happened is certain, a rate is the surer the more there were. A rate of
 * nothing is left out, as are ratings, which no node collects.
 */
export function trustFacts(counts: TrackRecord, tenureMonths: number): InferredFact[] {
  const { completed, ended, cancelled, clientNoShows, clients, answers } = counts;
  const due = ended - cancelled + clientNoShows;
  return [
    { key: "platform_tenure_months", value: tenureMonths, confidence: 1, evidenceCount: 1 },
    { key: "services_completed", value: completed, confidence: 1, evidenceCount: completed },
    ...rate("cancellation_rate", counts.cancelledByProvider, ended),
    ...rate("no_show_rate", clientNoShows, due),
    ...rate("repeat_client_rate", counts.clientsWhoCameBack, clients),
    ...(answers === 0
      ? []
      : [
          {
            key: "response_time_hours",
            value: rounded(counts.answerHours, 2),
            confidence: confidenceFrom(answers),
            evidenceCount: answers,
          },
        ]),
  ];
}

function rate(key: string, part: number, whole: number): InferredFact[] {
  if (whole === 0) return [];
  return [{ key, value: rounded(part / whole, 4), confidence: confidenceFrom(whole), evidenceCount: whole }];
}

/** The availability attributes that the first free slots of a provider's offers tell; times in epoch milliseconds. */
export function waitingFacts(firstFree: readonly number[], { now, confidence }: { now: number; confidence: number }) {
  const [earliest] = firstFree.toSorted((a, b) => a - b);
  if (earliest === undefined) return null;
  const days = firstFree.reduce((sum, start) => sum + (start - now) / 86_400_000, 0) / firstFree.length;
  return { nextAvailable: earliest, avgWaitDays: rounded(days, 2), confidence, evidenceCount: firstFree.length };
}

function rounded(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}
