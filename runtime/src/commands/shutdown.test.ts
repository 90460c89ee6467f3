import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type NodeProcess, serveProcess } from "../testing/node-process.ts";
import { newTestDatabase, type TestDatabase } from "../testing/test-database.ts";

let database: TestDatabase;
let node: NodeProcess;
beforeEach(async () => {
  database = await newTestDatabase();
  node = await serveProcess(database.location);
});
afterEach(async () => {
  await node.stop();
  await database.drop();
});

/** A request whose body has come half way, and what is answered once the rest is there. */
async function halfSentRequest(): Promise<{ finish(): Promise<number> }> {
  const body = JSON.stringify({ data: { type: "sessions", attributes: {} } });
  const { hostname, port } = new URL(node.url);
  const headers = {
    "content-type": "application/vnd.api+json",
    "content-length": body.length,
    expect: "100-continue",
    authorization: "Bearer nobody",
  };
  const sent = request({ hostname, port, path: "/servicialo/v1/sessions", method: "POST", headers });
  const status = new Promise<number>((resolve, reject) => {
    sent.on("response", (response) => resolve(response.resume().statusCode ?? 0)).on("error", reject);
  });
  await new Promise<void>((resolve) => {
    sent.on("continue", resolve).flushHeaders();
  });
  sent.write(body.slice(0, 10));
  return {
    finish() {
      sent.end(body.slice(10));
      return status;
    },
  };
}

/** A connection that is open and says nothing. */
function idleConnection(): Promise<Socket> {
  const { hostname, port } = new URL(node.url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => resolve(socket)).on("error", () => undefined);
  });
}

describe("a node that is asked to stop", () => {
  it.each(["SIGTERM", "SIGINT"] as const)(
    "on %s answers what is under way, takes nothing new, and exits with 0",
    async (signal) => {
      const running = await halfSentRequest();
      node.child.kill(signal);
      await expect
        .poll(
          () =>
            fetch(`${node.url}/health/live`).then(
              (answer) => answer.status,
              () => "refused",
            ),
          { timeout: 5000 },
        )
        .toBe("refused");
      expect(node.child.exitCode).toBeNull();
      expect(await running.finish()).toBe(401);
      expect(await node.stop()).toBe(0);
    },
  );

  it("does not wait for connections that say nothing", async () => {
    const socket = await idleConnection();
    expect((await fetch(`${node.url}/health/ready`)).status).toBe(200);
    expect(await node.stop()).toBe(0);
    socket.destroy();
  });
});
