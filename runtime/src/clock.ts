import { Temporal } from "@js-temporal/polyfill";
import { invalid, ProtocolError } from "./errors.ts";

/** Where the node reads the time; nothing else may ask the machine for it. */
export interface Clock {
  /** The present instant in epoch milliseconds. */
  now(): number;
}

/** The last moment that ISO 8601 writes with four digits for the year. */
const LAST_INSTANT = Date.parse("9999-12-31T23:59:59.999Z");

/** The time of the machine. */
export const systemClock: Clock = { now: () => Date.now() };

/**
 * A clock that can be moved forward, for certification (D-30, operations 4.13). It starts at the base clock's time and
 * goes on at its pace.
 */
export class SandboxClock implements Clock {
  readonly #base: Clock;
  #offset = 0;

  constructor(base: Clock = systemClock) {
    this.#base = base;
  }

  now(): number {
    return this.#base.now() + this.#offset;
  }

  /** How far this clock is ahead of its base, in whole seconds. */
  get offsetSeconds(): number {
    return Math.floor(this.#offset / 1000);
  }

  /**
   * Moves time forward by so many milliseconds.
   * @throws {ProtocolError} VALIDATION_ERROR when they are not positive and whole
   */
  advance(milliseconds: number): void {
    if (!Number.isSafeInteger(milliseconds) || milliseconds <= 0) {
      throw invalid("/advance_seconds", "Time can only be advanced by a positive amount.");
    }
    if (this.now() + milliseconds > LAST_INSTANT) throw invalid("/advance_seconds", "Time ends with the year 9999.");
    this.#offset += milliseconds;
  }

  /**
   * Moves time to an instant, given in epoch milliseconds.
   * @throws {ProtocolError} VALIDATION_ERROR when it lies before now
   */
  set(instant: number): void {
    const ahead = instant - this.now();
    if (!Number.isSafeInteger(instant) || ahead < 0) {
      throw invalid("/set_to", `Time only moves forward; it is ${isoInstant(this.now())} now.`);
    }
    this.#offset += ahead;
  }
}

/** An instant as it goes over the wire: UTC with `Z`, milliseconds only when there are some. */
export function isoInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(".000Z", "Z");
}

/**
 * Reads an ISO 8601 date-time with offset or `Z` as epoch milliseconds; fractions below are cut (lifecycle 9.3).
 * @param pointer JSON Pointer of the attribute, for the refusal
 * @throws {ProtocolError} VALIDATION_ERROR when there is no offset, or no such moment
 */
export function parseInstant(text: string, pointer?: string): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    const detail = `"${text}" is not a date-time with offset or Z, such as 2026-03-16T10:00:00-03:00.`;
    throw new ProtocolError("VALIDATION_ERROR", { detail, ...(pointer !== undefined && { pointer }) });
  }
}
