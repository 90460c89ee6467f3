import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createTcpServer } from "node:net";

/** Servers that are no Servicialo node at all; none of them may earn a single pass. */
export type NullTarget =
  | "empty object"
  | "empty collection"
  | "always 400"
  | "always 401"
  | "always 404"
  | "always 422"
  | "always 429"
  | "always 500"
  | "html"
  | "hang"
  | "resets";

const ANSWERS: Readonly<Record<NullTarget, (response: ServerResponse) => void>> = {
  "empty object": (response) => answer(response, 200, { type: "application/vnd.api+json", body: "{}" }),
  "empty collection": (response) =>
    answer(response, 200, {
      type: "application/vnd.api+json",
      body: JSON.stringify({
        data: [],
        meta: { total: 0, page: 1, per_page: 10 },
        links: { self: "/", next: null, prev: null, first: "/", last: "/" },
      }),
    }),
  "always 400": refusal(400, "MALFORMED_REQUEST"),
  "always 401": refusal(401, "UNAUTHORIZED"),
  "always 404": refusal(404, "NOT_FOUND"),
  "always 422": refusal(422, "VALIDATION_ERROR"),
  "always 429": refusal(429, "RATE_LIMITED"),
  "always 500": (response) => answer(response, 500, { type: "text/plain", body: "Internal Server Error" }),
  html: (response) => answer(response, 200, { type: "text/html", body: "<!doctype html><title>Welcome</title>" }),
  hang: () => {},
  resets: (response) => response.destroy(),
};

/** Refuses everything in the protocol's own words. */
function refusal(status: number, code: string): (response: ServerResponse) => void {
  const body = JSON.stringify({ errors: [{ status: String(status), code, title: "Refused" }] });
  return (response) => answer(response, status, { type: "application/vnd.api+json", body });
}

/** A running server on a loopback port. */
export interface RunningTarget {
  readonly url: string;
  close(): Promise<void>;
}

export async function startNullTarget(kind: NullTarget): Promise<RunningTarget> {
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => ANSWERS[kind](response));
  });
  return { url: await listen(server), close: () => stop(server) };
}

/** An address at which nothing listens. */
export async function deadAddress(): Promise<string> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function answer(response: ServerResponse, status: number, content: { type: string; body: string }): void {
  response.writeHead(status, { "content-type": content.type, "x-servicialo-version": "0.8" });
  response.end(content.body);
}
