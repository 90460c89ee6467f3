import type { Level } from "./levels.ts";

/** Parties for whom a run may hold a credential. */
export const CREDENTIAL_KINDS = [
  "organization",
  "provider",
  "second_provider",
  "client",
  "second_client",
  "foreign_organization",
  "foreign_provider",
  "foreign_client",
  /** Agents of the organization; the first acts for the provider's side, the second for clients (mandates page 9). */
  "agent",
  "second_agent",
] as const;

export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

/** One credential; `id` is the party that it is bound to, as the node knows it. */
export interface Credential {
  readonly token: string;
  readonly id?: string;
  /** Slug of its organization, where that is another one than the organization under test. */
  readonly organization?: string;
  /** Authorization scheme; the protocol leaves it to the node (operations 1.1). Default `Bearer`. */
  readonly scheme?: string;
}

export type Credentials = Readonly<Partial<Record<CredentialKind, Credential>>>;

/** Everything that one run is told. */
export interface RunSettings {
  /** Address of the node: its host, or its base path `/servicialo/v1`. */
  readonly url: string;
  readonly level: Level;
  readonly organization: string | null;
  readonly credentials: Credentials;
  /** Requirement ids to run alone; empty means all of the level. */
  readonly only: readonly string[];
  readonly areas: readonly string[];
  readonly bail: boolean;
  readonly seed: number;
  readonly concurrency: number;
  /** Milliseconds that one request may take. */
  readonly timeoutMs: number;
  /** Own nodes must give the exact extension codes; a foreign one may use the closest standard code (D-34). */
  readonly exactCodes: boolean;
  /** Longest wait in seconds that the suite grants a `Retry-After`. */
  readonly patienceSeconds: number;
  /** Lets nothing out that could change the node: safe on production. */
  readonly readOnly: boolean;
  /** Seconds after which the run ends as INCOMPLETE; null for no end. */
  readonly budgetSeconds: number | null;
  /** Steps of the random walk after the cases; 0 for none. */
  readonly walkSteps: number;
  /** Requests of the fuzzing after the cases; 0 for none. */
  readonly fuzzRequests: number;
}

export const DEFAULT_SETTINGS = {
  level: "core",
  only: [],
  areas: [],
  bail: false,
  seed: 1,
  concurrency: 1,
  timeoutMs: 10_000,
  exactCodes: false,
  patienceSeconds: 65,
  readOnly: false,
  budgetSeconds: null,
  walkSteps: 0,
  fuzzRequests: 0,
} as const;
