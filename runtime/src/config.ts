import { CHALLENGE } from "./channels/http/certification-challenge.ts";
import { isRange } from "./mandates/constraints/ip-allowlist.ts";

/** How a node is set up. Every value has a default but the database. */
export interface NodeConfig {
  /** A `postgres://` URL, or the path of the SQLite file. */
  readonly database: string;
  /** Connections that each process has to PostgreSQL at most. */
  readonly databasePoolSize: number;
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** Address under which others reach the node, without trailing slash; null: the address it listens on. */
  readonly publicUrl: string | null;
  /** Name shown in the manifest. */
  readonly name: string;
  /** Requests a single address may make to public operations within the window. */
  readonly publicRateLimit: number;
  /** Requests that an organization's public booking lane takes within the window, from all addresses together. */
  readonly publicOrganizationRateLimit: number;
  /** Length of that window, in seconds. */
  readonly publicRateWindowSeconds: number;
  /** A2A tasks that one agent, or another holder of a credential, may begin or go on with in a minute (channels 4.3). */
  readonly a2aTaskRateLimit: number;
  /** Addresses or ranges of the proxies whose X-Forwarded-For is believed; the peer itself otherwise. */
  readonly trustedProxies: readonly string[];
  /** Largest JSON body, in bytes. */
  readonly bodyLimitBytes: number;
  /** What certifiers ask the operator to publish, to show that the operator takes part. */
  readonly certificationChallenges: readonly string[];
  /** Offers `/sandbox/clock`, which moves time. Never together with production. */
  readonly sandboxClock: boolean;
  /** Also sends webhooks to private and loopback addresses, and lets the resolver register endpoints there: for development. */
  readonly allowPrivateWebhooks: boolean;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** Where the log goes; standard output belongs to the client where MCP speaks over it. */
  readonly logStream: "stdout" | "stderr";
  /** Seconds that running requests may take to end when the node stops. */
  readonly shutdownGraceSeconds: number;
}

export const defaultConfig: Omit<NodeConfig, "database"> = {
  databasePoolSize: 10,
  host: "127.0.0.1",
  port: 3000,
  publicUrl: null,
  name: "Servicialo reference node",
  publicRateLimit: 300,
  publicOrganizationRateLimit: 600,
  publicRateWindowSeconds: 10,
  a2aTaskRateLimit: 100,
  trustedProxies: [],
  bodyLimitBytes: 1024 * 1024,
  certificationChallenges: [],
  sandboxClock: false,
  allowPrivateWebhooks: false,
  logLevel: "info",
  logStream: "stdout",
  shutdownGraceSeconds: 10,
};

/**
 * The node's configuration from the environment, overridden by what is given.
 * @throws {Error} naming every mistake at once
 */
export function readConfig(
  environment: NodeJS.ProcessEnv,
  given: Partial<NodeConfig> & { database: string },
): NodeConfig {
  const mistakes: string[] = [];
  const number = (name: string, least: number): number | undefined => {
    const text = environment[name];
    if (text === undefined || text === "") return undefined;
    const value = Number(text);
    if (Number.isInteger(value) && value >= least) return value;
    mistakes.push(`${name} is "${text}"; give a whole number of at least ${least}`);
    return undefined;
  };
  const fromEnvironment = {
    databasePoolSize: number("SERVICIALO_DATABASE_POOL", 2),
    host: environment["SERVICIALO_HOST"],
    port: number("SERVICIALO_PORT", 0),
    publicUrl: environment["SERVICIALO_PUBLIC_URL"]?.replace(/\/+$/, ""),
    name: environment["SERVICIALO_NODE_NAME"],
    publicRateLimit: number("SERVICIALO_PUBLIC_RATE_LIMIT", 1),
    publicOrganizationRateLimit: number("SERVICIALO_PUBLIC_ORGANIZATION_RATE_LIMIT", 1),
    publicRateWindowSeconds: number("SERVICIALO_PUBLIC_RATE_WINDOW_SECONDS", 1),
    a2aTaskRateLimit: number("SERVICIALO_A2A_TASK_RATE_LIMIT", 1),
    trustedProxies: listOf(environment["SERVICIALO_TRUSTED_PROXIES"]),
    certificationChallenges: listOf(environment["SERVICIALO_CERTIFICATION_CHALLENGES"]),
    bodyLimitBytes: number("SERVICIALO_BODY_LIMIT_BYTES", 1024 * 1024),
  };
  const config: NodeConfig = { ...defaultConfig, ...withoutUndefined(fromEnvironment), ...given };
  if (config.publicUrl !== null && !URL.canParse(config.publicUrl)) {
    mistakes.push(`SERVICIALO_PUBLIC_URL is "${config.publicUrl}"; give an absolute URL`);
  }
  const proxy = config.trustedProxies.find((range) => !isRange(range));
  if (proxy !== undefined) mistakes.push(`SERVICIALO_TRUSTED_PROXIES names "${proxy}"; give addresses or CIDR ranges`);
  const challenge = config.certificationChallenges.find((one) => !CHALLENGE.test(one));
  if (challenge !== undefined) {
    mistakes.push(
      `SERVICIALO_CERTIFICATION_CHALLENGES holds "${challenge}"; give what servicialo-certify challenge prints`,
    );
  }
  if (config.sandboxClock && environment["NODE_ENV"] === "production") {
    mistakes.push("the sandbox clock is refused in production; leave out --sandbox-clock or NODE_ENV=production");
  }
  if (mistakes.length > 0) throw new Error(mistakes.join("; "));
  return config;
}

/** Values between commas; undefined when there are none. */
function listOf(text: string | undefined): string[] | undefined {
  const values =
    text
      ?.split(",")
      .map((value) => value.trim())
      .filter((value) => value !== "") ?? [];
  return values.length > 0 ? values : undefined;
}

function withoutUndefined<T extends object>(record: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as never;
}

/** Address under which others reach this node, without trailing slash. */
export function publicUrlOf(config: NodeConfig): string {
  return config.publicUrl ?? `http://${config.host}:${config.port}`;
}
