import { randomUUID } from "node:crypto";
import type { Sale, ServiceOffer, Session } from "../generated/types.ts";

/** Whom a key stands for. */
export interface Party {
  readonly type: "organization" | "provider" | "client";
  readonly id: string;
  readonly organizationId: string;
}

export interface Organization {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly vertical: string;
  readonly country: string;
  readonly location: string;
  readonly timezone: string;
  readonly createdAt: string;
}

/** A provider or a client. */
export interface Person {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly lastName: string;
  readonly email?: string;
  readonly phone?: string;
}

/** A session as the node keeps it: the document that goes out, and what only the node has to know. */
export interface StoredSession {
  readonly organizationId: string;
  readonly document: Session;
  /** When the dispute window opened, in milliseconds since the epoch. */
  deliveredAt: number | null;
}

/** Everything that the node knows, in memory. All reading and writing is synchronous, so no two calls interleave. */
export class Store {
  readonly organizations: Organization[] = [];
  readonly providers: Person[] = [];
  readonly clients: Person[] = [];
  readonly offers: ServiceOffer[] = [];
  readonly keys = new Map<string, Party>();
  readonly sales = new Map<string, Sale>();
  readonly #sessions = new Map<string, StoredSession>();
  /** Address under which others reach the node, without trailing slash. */
  publicUrl = "http://127.0.0.1:3000";
  /** Seconds by which the sandbox clock is ahead of real time. */
  clockOffsetSeconds = 0;

  /** Milliseconds since the epoch. */
  now(): number {
    return Date.now() + this.clockOffsetSeconds * 1000;
  }

  /** The present moment as it goes over the wire. */
  instant(at: number = this.now()): string {
    return new Date(at).toISOString();
  }

  get sessions(): readonly StoredSession[] {
    return [...this.#sessions.values()];
  }

  /** A copy to work on: what is refused half-way leaves nothing behind, since only `keep` makes a change real. */
  session(id: string): StoredSession | undefined {
    const stored = this.#sessions.get(id);
    return stored && structuredClone(stored);
  }

  keep(stored: StoredSession): void {
    this.#sessions.set(stored.document.id, stored);
  }
}

/** An id that nobody can guess. */
export function newId(prefix: string): string {
  return `${prefix}_${randomUUID()}`;
}
