import { CHALLENGE } from "../channels/http/certification-challenge.ts";
import { isRange } from "../mandates/constraints/ip-allowlist.ts";
import { parseDatabaseLocation } from "../storage/database-location.ts";
import {
  address,
  checkedText,
  type Kind,
  oneOf,
  optionalWhole,
  secret,
  several,
  text,
  whole,
  yesOrNo,
} from "./kinds.ts";

/** One thing that an operator can set. */
export interface Setting<Value> {
  /** What it means, for help, the schema of the file, and whoever reads this table. */
  readonly description: string;
  readonly kind: Kind<Value>;
  /** Its variable in the environment; `<name>_FILE` names a file that holds a secret instead. */
  readonly environment: string;
  /** Another variable that stands in for it. */
  readonly alsoEnvironment?: string;
  /** Its option of `serve`; secrets have none, since a command line is read by everybody on the machine. */
  readonly flag?: string;
  /** Letter of the option. */
  readonly letter?: string;
  /** What holds unless something else is said; undefined: it has to be said. */
  readonly default: Value | undefined;
  /** Its value is never printed. */
  readonly secret?: true;
}

function setting<Value>(one: Setting<Value>): Setting<Value> {
  return one;
}

/** The shortest token that readers of the metrics may have, in characters. */
const SHORTEST_TOKEN = 16;

/**
 * Everything that can be set, each thing once: from here come the type of the configuration, the members of its file and
 * their schema, the names in the environment, the options of `serve`, and all help.
 */
export const settings = {
  database: setting<string>({
    description: "where the data is: a postgres:// URL, or an SQLite file, which is created when missing",
    kind: checkedText("url or file", databaseProblem),
    environment: "DATABASE_URL",
    alsoEnvironment: "SERVICIALO_DATABASE",
    flag: "database",
    letter: "d",
    default: undefined,
  }),
  databasePoolSize: setting({
    description: "connections that each process has to PostgreSQL at most",
    kind: whole(2, 1000),
    environment: "SERVICIALO_DATABASE_POOL",
    default: 10,
  }),
  evidenceKey: setting<string | null>({
    description:
      "key that restricted evidence is sealed with: 32 bytes in Base64, former ones after commas; on an SQLite file it is made beside it, <file>.key",
    kind: secret(1, keyProblem),
    environment: "SERVICIALO_EVIDENCE_KEY",
    secret: true,
    default: null,
  }),
  host: setting({
    description: "address to listen on",
    kind: text("address"),
    environment: "SERVICIALO_HOST",
    flag: "host",
    default: "127.0.0.1",
  }),
  port: setting({
    description: "port to listen on, 0 for any free one",
    kind: whole(0, 65_535),
    environment: "SERVICIALO_PORT",
    flag: "port",
    letter: "p",
    default: 3000,
  }),
  publicUrl: setting<string | null>({
    description: "address under which others reach the node; without it, the address it listens on",
    kind: address(),
    environment: "SERVICIALO_PUBLIC_URL",
    flag: "public-url",
    default: null,
  }),
  name: setting({
    description: "name of the node in its manifest",
    kind: text("text"),
    environment: "SERVICIALO_NODE_NAME",
    default: "Servicialo reference node",
  }),
  workers: setting({
    description: "processes that share the port and the work; more than one on PostgreSQL only",
    kind: whole(1, 64),
    environment: "SERVICIALO_WORKERS",
    flag: "workers",
    default: 1,
  }),
  publicRateLimit: setting({
    description: "requests that one address may make to public operations within the window, in each process",
    kind: whole(1),
    environment: "SERVICIALO_PUBLIC_RATE_LIMIT",
    default: 300,
  }),
  publicOrganizationRateLimit: setting({
    description:
      "requests that an organization's public booking lane takes within the window, from all addresses together",
    kind: whole(1),
    environment: "SERVICIALO_PUBLIC_ORGANIZATION_RATE_LIMIT",
    default: 600,
  }),
  publicRateWindowSeconds: setting({
    description: "length of that window, in seconds",
    kind: whole(1),
    environment: "SERVICIALO_PUBLIC_RATE_WINDOW_SECONDS",
    default: 10,
  }),
  a2aTaskRateLimit: setting({
    description: "A2A tasks that one agent may begin or go on with in a minute, in each process (channels 4.3)",
    kind: whole(1),
    environment: "SERVICIALO_A2A_TASK_RATE_LIMIT",
    default: 100,
  }),
  trustedProxies: setting<readonly string[]>({
    description: "addresses or ranges of the proxies whose X-Forwarded-For is believed; the peer itself otherwise",
    kind: several(isRange, "give addresses or CIDR ranges"),
    environment: "SERVICIALO_TRUSTED_PROXIES",
    default: [],
  }),
  bodyLimitBytes: setting({
    description: "largest JSON body, in bytes",
    kind: whole(1024 * 1024),
    environment: "SERVICIALO_BODY_LIMIT_BYTES",
    default: 1024 * 1024,
  }),
  requestTimeoutSeconds: setting({
    description: "seconds in which a request has to arrive in whole; its headers within ten of them",
    kind: whole(1, 3600),
    environment: "SERVICIALO_REQUEST_TIMEOUT_SECONDS",
    default: 30,
  }),
  mostRequests: setting({
    description: "requests that each process answers at once; more are turned away with 503 and Retry-After",
    kind: whole(10),
    environment: "SERVICIALO_MOST_REQUESTS",
    default: 1000,
  }),
  certificationChallenges: setting<readonly string[]>({
    description: "what certifiers ask the operator to publish, to show that the operator takes part",
    kind: several((challenge) => CHALLENGE.test(challenge), "give what servicialo-certify challenge prints"),
    environment: "SERVICIALO_CERTIFICATION_CHALLENGES",
    default: [],
  }),
  docs: setting({
    description: "whether the API reference is shown at /docs",
    kind: yesOrNo(),
    environment: "SERVICIALO_DOCS",
    default: true,
  }),
  board: setting({
    description: "whether the operations board is shown at /board, to whoever has a key of the organization",
    kind: yesOrNo(),
    environment: "SERVICIALO_BOARD",
    default: true,
  }),
  metricsToken: setting<string | null>({
    description: `what a reader of /metrics has to send as a bearer token, at least ${SHORTEST_TOKEN} characters; without it the node's port has no /metrics`,
    kind: secret(SHORTEST_TOKEN),
    environment: "SERVICIALO_METRICS_TOKEN",
    secret: true,
    default: null,
  }),
  metricsPort: setting<number | null>({
    description:
      "port of a listener of its own for /metrics, 0 for any free one; it asks for no token unless one is set",
    kind: optionalWhole(0, 65_535),
    environment: "SERVICIALO_METRICS_PORT",
    flag: "metrics-port",
    default: null,
  }),
  metricsHost: setting({
    description: "address of that listener; any other than a loopback one takes a metricsToken",
    kind: text("address"),
    environment: "SERVICIALO_METRICS_HOST",
    flag: "metrics-host",
    default: "127.0.0.1",
  }),
  tracesEndpoint: setting<string | null>({
    description:
      "OTLP receiver that traces are sent to, over HTTP with JSON, below /v1/traces; without it there are none",
    kind: address(),
    environment: "OTEL_EXPORTER_OTLP_ENDPOINT",
    default: null,
  }),
  sandboxClock: setting({
    description: "offer /sandbox/clock, which moves time; refused in production",
    kind: yesOrNo(),
    environment: "SERVICIALO_SANDBOX_CLOCK",
    flag: "sandbox-clock",
    default: false,
  }),
  allowPrivateWebhooks: setting({
    description: "also send webhooks to private and loopback addresses, and register endpoints there, for development",
    kind: yesOrNo(),
    environment: "SERVICIALO_ALLOW_PRIVATE_WEBHOOKS",
    flag: "allow-private-webhooks",
    default: false,
  }),
  logLevel: setting({
    description: "fatal, error, warn, info, debug, trace or silent",
    kind: oneOf("fatal", "error", "warn", "info", "debug", "trace", "silent"),
    environment: "SERVICIALO_LOG_LEVEL",
    flag: "log-level",
    default: "info" as const,
  }),
  logStream: setting({
    description: "where the log goes",
    kind: oneOf("stdout", "stderr"),
    environment: "SERVICIALO_LOG_STREAM",
    default: "stdout" as const,
  }),
  shutdownGraceSeconds: setting({
    description: "seconds that running requests may take to end when the node stops",
    kind: whole(0, 3600),
    environment: "SERVICIALO_SHUTDOWN_GRACE_SECONDS",
    default: 10,
  }),
} as const;

export type SettingName = keyof typeof settings;

type ValueOf<One> = One extends { readonly kind: Kind<infer Value> } ? Value : never;

/** How a node is set up. Every value has a default but the database; `settings` says what each one means. */
export type NodeConfig = { readonly [Name in SettingName]: ValueOf<(typeof settings)[Name]> };

/** The settings by their names, in the order of the table. */
export const settingList = Object.entries(settings) as unknown as readonly (readonly [SettingName, Setting<unknown>])[];

function databaseProblem(location: string): string | null {
  try {
    parseDatabaseLocation(location);
    return null;
  } catch {
    // Without the location itself, which may hold a password.
    return "is of no known kind; give a postgres:// URL or the path of a file";
  }
}

function keyProblem(keys: string): string | null {
  const isKey = (one: string) => Buffer.from(one.trim(), "base64").length === 32;
  return keys.split(",").every(isKey)
    ? null
    : "is no key; give 32 bytes in Base64, such as from `openssl rand -base64 32`";
}
