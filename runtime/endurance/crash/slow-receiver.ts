import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Longest time until a delivery is answered, in milliseconds: long enough that a failure hits deliveries under way. */
const SLOWEST_MS = 400;

/** A subscriber that takes its time to answer, and remembers which events it got. */
export interface SlowReceiver {
  readonly url: string;
  /** Ids of the events that arrived, once or more often. */
  readonly arrived: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Opens one on this machine; every event's answer takes another time. */
export async function openSlowReceiver(): Promise<SlowReceiver> {
  const arrived = new Set<string>();
  let deliveries = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      deliveries += 1;
      const { event_id: id } = JSON.parse(Buffer.concat(chunks).toString("utf8")) as { event_id: string };
      setTimeout(
        () => {
          arrived.add(id);
          response.writeHead(200).end();
        },
        (deliveries * 37) % SLOWEST_MS,
      );
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    arrived,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
