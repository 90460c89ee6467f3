import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { Amount } from "./money.ts";

export interface Organization {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly vertical: string;
  readonly country: string;
  readonly location: string;
  readonly timezone: string;
  readonly currency: string;
  readonly createdAt: number;
}

export interface Provider {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  /** Minutes of the day on the organization's wall clock, the same every day. */
  readonly opens: number;
  readonly closes: number;
}

export interface Client {
  readonly id: string;
  readonly organizationId: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly name: string;
  readonly lastName: string;
  readonly noShows: number;
}

export interface Offer {
  readonly id: string;
  readonly organizationId: string;
  readonly type: string;
  readonly name: string;
  readonly durationMinutes: number;
  readonly price: Amount;
  readonly modality: "in_person" | "virtual" | "home_visit";
  readonly visibility: "public" | "unlisted" | "private";
  readonly providerIds: readonly string[];
}

export interface Transition {
  readonly from: string | null;
  readonly to: string;
  readonly at: number;
  readonly by: string;
  readonly method: "auto" | "manual";
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface ExceptionRecord {
  readonly type: "no_show" | "cancellation" | "dispute" | "reschedule" | "partial";
  readonly at: number;
  readonly initiatedBy: string;
  readonly resolution?: string;
  readonly resolvedAt?: number;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface EvidenceItem {
  readonly id: string;
  readonly type: string;
  readonly capturedAt: number;
  readonly actor: { readonly type: string; readonly id: string };
  readonly recordedBy: string | null;
  readonly method: string;
  readonly sensitivity: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Session {
  readonly id: string;
  readonly organizationId: string;
  readonly offerId: string;
  readonly providerId: string;
  readonly clientId: string;
  readonly payerId: string | null;
  readonly requestedAt: number;
  readonly startsAt: number;
  readonly scheduledFor: number | null;
  readonly state: string;
  readonly transitions: readonly Transition[];
  readonly exceptions: readonly ExceptionRecord[];
  readonly checkin: number | null;
  readonly checkout: number | null;
  readonly deadline: number | null;
  readonly evidence: readonly EvidenceItem[];
  readonly documentation: { readonly content: string; readonly by: string; readonly at: number } | null;
  readonly amount: Amount;
  readonly billing: "pending" | "charged" | "paid" | "disputed";
  /** What billing goes back to when a dispute ends. */
  readonly billingBefore: "pending" | "charged" | "paid";
  readonly chargedAt: number | null;
  readonly humanIntent: boolean;
  readonly submission: Readonly<Record<string, unknown>> | null;
}

export interface Sale {
  readonly id: string;
  readonly organizationId: string;
  readonly clientId: string;
  readonly offerId: string;
  readonly providerId: string;
  readonly sessionIds: readonly string[];
  readonly quantity: number;
  readonly unitPrice: Amount;
  readonly total: Amount;
  readonly paid: number;
  readonly voided: boolean;
  readonly createdAt: number;
}

export interface Payment {
  readonly id: string;
  readonly organizationId: string;
  readonly saleId: string;
  readonly amount: Amount;
  readonly method: string;
  readonly reference: string | null;
  readonly recordedAt: number;
}

/** A credential, by the SHA-256 of its token. */
export interface Key {
  readonly id: string;
  readonly organizationId: string;
  readonly subjectType: "organization" | "provider" | "client";
  readonly subjectId: string;
}

/** A stored answer, by credential, path and Idempotency-Key. */
export interface Replay {
  readonly id: string;
  readonly fingerprint: string;
  readonly status: number;
  readonly body: string;
  readonly at: number;
}

interface Tables {
  organizations: Organization;
  providers: Provider;
  clients: Client;
  offers: Offer;
  sessions: Session;
  sales: Sale;
  payments: Payment;
  keys: Key;
  replays: Replay;
}

type TableName = keyof Tables;
type Change = readonly [TableName, Tables[TableName]];

/** Everything the node knows, in memory; each commit is one line of a journal that is read again at start. */
export class Store {
  readonly #tables = new Map<TableName, Map<string, unknown>>();
  readonly #journal: string | null;

  /** @param journal file that keeps what is committed; null forgets it with the process */
  constructor(journal: string | null) {
    this.#journal = journal;
    if (journal === null || !existsSync(journal)) return;
    for (const line of readFileSync(journal, "utf8").split("\n")) {
      if (line !== "") this.#apply(JSON.parse(line) as Change[]);
    }
  }

  /** Work whose changes are seen by itself only, until it is committed. */
  begin(): Work {
    return new Work(this);
  }

  commit(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    if (this.#journal !== null) appendFileSync(this.#journal, `${JSON.stringify(changes)}\n`);
    this.#apply(changes);
  }

  table<Name extends TableName>(name: Name): Map<string, Tables[Name]> {
    const table = this.#tables.get(name) ?? new Map<string, unknown>();
    this.#tables.set(name, table);
    return table as Map<string, Tables[Name]>;
  }

  #apply(changes: readonly Change[]): void {
    for (const [name, row] of changes) (this.table(name) as Map<string, unknown>).set(row.id, row);
  }
}

/** What one request changes: all of it is kept, or nothing. */
export class Work {
  readonly #store: Store;
  readonly #changes = new Map<string, Change>();

  constructor(store: Store) {
    this.#store = store;
  }

  find<Name extends TableName>(name: Name, id: string): Tables[Name] | undefined {
    const changed = this.#changes.get(`${name}/${id}`)?.[1] as Tables[Name] | undefined;
    return changed ?? this.#store.table(name).get(id);
  }

  all<Name extends TableName>(name: Name, wanted: (row: Tables[Name]) => boolean): Tables[Name][] {
    const found: Tables[Name][] = [];
    const stored = this.#store.table(name);
    for (const [id, row] of stored) {
      const current = this.find(name, id) ?? row;
      if (wanted(current)) found.push(current);
    }
    for (const [table, row] of this.#changes.values()) {
      if (table === name && !stored.has(row.id) && wanted(row as Tables[Name])) found.push(row as Tables[Name]);
    }
    return found;
  }

  put<Name extends TableName>(name: Name, row: Tables[Name]): Tables[Name] {
    this.#changes.set(`${name}/${row.id}`, [name, row]);
    return row;
  }

  commit(): void {
    this.#store.commit([...this.#changes.values()]);
    this.#changes.clear();
  }
}
