/** The node's time; it can be moved forward for certifications. */
export class Clock {
  #offset = 0;

  /** Epoch milliseconds. */
  now(): number {
    return Date.now() + this.#offset;
  }

  /** Milliseconds by which it is ahead. */
  get offset(): number {
    return this.#offset;
  }

  advance(milliseconds: number): void {
    this.#offset += milliseconds;
  }
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Epoch milliseconds of a date-time with offset; null for anything else. */
export function parseInstant(text: unknown): number | null {
  if (typeof text !== "string" || !INSTANT.test(text) || !isDate(text.slice(0, 10))) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The instant at which a clock on the wall of a zone shows a date and a minute of its day. */
export function atWall(date: string, minute: number, zone: string): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + minute * 60_000;
  // Two rounds settle the offset also on the days on which it changes.
  let at = wall;
  for (let round = 0; round < 2; round += 1) at = wall - offsetAt(at, zone);
  return at;
}

function offsetAt(at: number, zone: string): number {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const shown = Date.parse(
    `${part["year"]}-${part["month"]}-${part["day"]}T${part["hour"]}:${part["minute"]}:${part["second"]}Z`,
  );
  return shown - Math.floor(at / 1000) * 1000;
}
