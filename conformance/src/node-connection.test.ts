import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { budgetSignal, NodeConnection, splitAddress, USER_AGENT } from "./node-connection.ts";
import { listen, stop } from "./testing/null-targets.ts";
import { ConnectionLost, RunStopped, Unmet } from "./verdict.ts";

let server: Server | undefined;
let connection: NodeConnection | undefined;

afterEach(async () => {
  await connection?.close();
  connection?.forget();
  if (server !== undefined) await stop(server);
  server = undefined;
});

async function connect(
  listener: RequestListener,
  more: Partial<ConstructorParameters<typeof NodeConnection>[0]> = {},
): Promise<NodeConnection> {
  server = createServer(listener);
  connection = new NodeConnection({ url: await listen(server), timeoutMs: 2_000, patienceSeconds: 5, ...more });
  return connection;
}

const wire = (to: NodeConnection, method: string, path = "/x") => ({
  method,
  url: `${to.baseUrl}${path}`,
  headers: {},
  body: method === "GET" ? null : "{}",
});
const sender = { sender: "SVC-HTTP-001" };

describe("the only way out of the suite", () => {
  it("marks every request with the suite and its version, whatever a case asks for", async () => {
    const seen: IncomingMessage["headers"][] = [];
    const to = await connect((request, response) => {
      seen.push(request.headers);
      response.end("{}");
    });
    await to.send({ ...wire(to, "GET"), headers: { "user-agent": "somebody else" } }, sender);
    expect(seen[0]?.["user-agent"]).toBe(USER_AGENT);
    expect(USER_AGENT).toMatch(/^servicialo-certify\/\d+\.\d+\.\d+$/);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE", "post"])("lets no %s out of a read-only run", async (method) => {
    const methods: string[] = [];
    const to = await connect(
      (request, response) => {
        methods.push(request.method ?? "");
        response.end("{}");
      },
      { readOnly: true },
    );
    await expect(to.send(wire(to, method), sender)).rejects.toThrow(Unmet);
    await to.send(wire(to, "GET"), sender);
    expect(methods).toEqual(["GET"]);
    expect(to.keptBack).toBe(`${method} /servicialo/v1/x`);
    expect(to.exchanges.map((one) => one.request.method)).toEqual(["GET"]);
  });

  it("waits as long as a limited answer asks, again and again, within the patience of the run", async () => {
    let asked = 0;
    const to = await connect((_request, response) => {
      asked += 1;
      response.writeHead(asked < 3 ? 429 : 200, { "retry-after": "0" }).end("{}");
    });
    const exchange = await to.send(wire(to, "GET"), sender);
    expect(exchange.response?.status).toBe(200);
    expect(to.exchanges.map((one) => one.limited)).toEqual([true, true, false]);
    const limited = await connect((_request, response) => response.writeHead(429, { "retry-after": "60" }).end("{}"));
    expect((await limited.send(wire(limited, "GET"), sender)).response?.status).toBe(429);
  });

  it("ends a request at once when the budget is spent, and sends none after it", async () => {
    const to = await connect(() => {}, { signal: budgetSignal(0.05) });
    await expect(to.send(wire(to, "GET"), sender)).rejects.toThrow(RunStopped);
    await expect(to.send(wire(to, "GET"), sender)).rejects.toThrow("the budget of 0.05 s was spent");
    expect(to.exchanges).toEqual([]);
  });

  it("reads once more where a node closed a connection that it was about to be asked on, and repeats nothing else", async () => {
    const methods: string[] = [];
    const to = await connect((request, response) => {
      methods.push(request.method ?? "");
      if (methods.length % 2 === 1) request.socket.destroy();
      else response.end("{}");
    });
    expect((await to.send(wire(to, "GET"), sender)).response?.status).toBe(200);
    expect((await to.send(wire(to, "POST"), sender)).response).toBeNull();
    expect(methods).toEqual(["GET", "GET", "POST"]);
  });

  it("gives a node up that stays silent three times in a row", async () => {
    const to = await connect(() => {}, { timeoutMs: 60 });
    await to.send(wire(to, "GET"), sender);
    await to.send(wire(to, "GET"), sender);
    await expect(to.send(wire(to, "GET"), sender)).rejects.toThrow(ConnectionLost);
  });

  it("tells the base path from the address in front of it", () => {
    const split = { baseUrl: "https://n.example/p/servicialo/v1", hostUrl: "https://n.example/p" };
    expect(splitAddress("https://n.example/p/")).toEqual(split);
    expect(splitAddress("https://n.example/p/servicialo/v1/")).toEqual(split);
  });
});
