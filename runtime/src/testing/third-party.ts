import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What somebody else's node shows to everybody. */
export interface Shown {
  /** Offers as `services.list` answers them. */
  offers: { id: string; active?: boolean; provider_ids?: string[] }[];
  /** Free slots of any offer. */
  slots: number;
  /** Answers everything with this status instead. */
  status?: number;
}

/** A node of somebody else's that speaks as much of the HTTP profile as a registry asks, on this machine. */
export interface ThirdParty {
  /** Base path of its HTTP profile. */
  readonly url: string;
  /** Path and query of what it was asked. */
  readonly asked: string[];
  shown: Shown;
  close(): Promise<void>;
}

export async function openThirdParty(shown: Shown): Promise<ThirdParty> {
  const party = { asked: [] as string[], shown };
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    party.asked.push(path);
    const { offers, slots, status = 200 } = party.shown;
    const data = path.includes("/availability?")
      ? Array.from({ length: slots }, (_, n) => ({ type: "availability_slots", id: `${n}`, attributes: {} }))
      : offers.map(({ id, ...attributes }) => ({ type: "service_offers", id, attributes }));
    response.writeHead(status, { "content-type": "application/vnd.api+json" }).end(JSON.stringify({ data }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(party, {
    url: `http://127.0.0.1:${port}/servicialo/v1`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
