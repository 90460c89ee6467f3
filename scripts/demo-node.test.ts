import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startDemoNode } from "./demo-node.ts";

/** Listens, is not ready at the first look, and says so when it stops. */
const SLOW_NODE = `
import { createServer } from "node:http";
let looks = 0;
const server = createServer((request, response) => {
  if (request.url !== "/health/ready") response.writeHead(404).end();
  else response.writeHead(looks++ === 0 ? 503 : 200).end();
});
server.listen(0, "127.0.0.1", () => console.log("The node listens on http://127.0.0.1:" + server.address().port + "/servicialo/v1"));
process.once("SIGTERM", () => server.close(() => console.log("stopped after " + looks + " looks")));
`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "servicialo-demo-node-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function start(source: string) {
  const command = join(folder, "node.mjs");
  await writeFile(command, source);
  return startDemoNode({ command, database: join(folder, "clinic.db"), port: 0, log: join(folder, "node.log") });
}

describe("a node in a process of its own", () => {
  it("is there once it says that it is ready, and keeps what it prints in its log", async () => {
    const node = await start(SLOW_NODE);
    expect(node.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await node.stop();
    await node.stop();
    await node.ended;
    expect(await readFile(join(folder, "node.log"), "utf8")).toContain("stopped after 2 looks");
  });

  it("fails with what it printed when it ends before it listens", async () => {
    const failing = start(`console.error("the port is taken"); process.exit(1);`);
    await expect(failing).rejects.toMatchObject({
      message: "the node ended before it listened",
      output: "the port is taken",
    });
  });

  it("fails when it does not stop in order", async () => {
    const node = await start(`${SLOW_NODE}; process.prependListener("SIGTERM", () => process.exit(3));`);
    await expect(node.stop()).rejects.toThrow("the node did not stop in order (exit code 3)");
  });
});
