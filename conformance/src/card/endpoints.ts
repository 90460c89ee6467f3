import { PROTOCOL_VERSION } from "../artefacts.ts";
import { isRecord, pickList, pickText } from "../json-path.ts";
import type { CardKind } from "./card-kind.ts";
import { judge, type Point, type Seen } from "./point.ts";
import { describe, type Heard, isSafe, type Wire } from "./wire.ts";

/** Doors that a card can name. */
export type Door = "mcp" | "rest" | "a2a" | "booking";

/** The addresses that a card names, by door. */
export function doorsIn(card: unknown, kind: CardKind): ReadonlyMap<Door, string> {
  const doors = new Map<Door, string>();
  const add = (door: Door, address: string | undefined) => {
    if (address !== undefined && !doors.has(door)) doors.set(door, address);
  };
  if (kind === "servicialo") {
    for (const door of ["mcp", "rest", "a2a", "booking"] as const) add(door, pickText(card, `endpoints.${door}`));
    return doors;
  }
  add("a2a", pickText(card, "url"));
  for (const each of pickList(card, "supportedInterfaces")) {
    if (pickText(each, "protocolBinding") === "JSONRPC") add("a2a", pickText(each, "url"));
  }
  for (const door of ["mcp", "rest"] as const) add(door, pickText(extensionOf(card), door));
  return doors;
}

function extensionOf(card: unknown): unknown {
  const extension = isRecord(card) ? card["x-servicialo"] : undefined;
  return isRecord(extension) ? extension.endpoints : undefined;
}

/** Whether the doors that the card names are there, and are what it says. */
export async function endpointPoints(wire: Wire, card: unknown, kind: CardKind): Promise<readonly Point[]> {
  const doors = doorsIn(card, kind);
  const names = [...doors.keys()].filter((door) => door !== "booking");
  const unsafe = [...doors].filter(([, address]) => !isSafe(address));
  const points = [
    judge(
      {
        id: "endpoints.named",
        area: "endpoints",
        title: kind === "servicialo" ? "names at least one of mcp, rest and a2a" : "names its task endpoint",
        keyword: "MUST",
        source: kind === "servicialo" ? "SVC-CARD-003" : "objects 22",
        weight: 5,
        expected: kind === "servicialo" ? "mcp, rest or a2a" : "url, or a JSONRPC interface",
        mend: "Name an address where the organization can be reached.",
      },
      {
        holds: kind === "servicialo" ? names.length > 0 : doors.has("a2a"),
        got: [...doors.keys()].join(", ") || "none",
      },
    ),
    judge(
      {
        id: "endpoints.transport",
        area: "endpoints",
        title: "names only HTTPS addresses, or loopback ones",
        keyword: "MUST",
        source: "SVC-CARD-005",
        weight: 4,
        expected: "https, or loopback",
        mend: "Name absolute https addresses.",
      },
      {
        holds: doors.size === 0 ? null : unsafe.length === 0,
        got: unsafe.map(([door, address]) => `${door}: ${address}`).join(", ") || "all of them",
      },
    ),
  ];
  for (const [door, address] of doors) points.push(await knock(wire, door, address));
  return points;
}

/** Calls that each kind of door must recognize, whoever calls. */
const KNOCKS: Readonly<Record<Door, (wire: Wire, address: string) => Promise<Heard>>> = {
  rest: (wire, address) => wire.ask(`${address.replace(/\/+$/, "")}/manifest`),
  mcp: (wire, address) =>
    wire.ask(address, {
      method: "POST",
      headers: { accept: "application/json, text/event-stream" },
      body: {
        jsonrpc: "2.0",
        id: 1,
        method: "initialize",
        params: {
          protocolVersion: "2025-06-18",
          capabilities: {},
          clientInfo: { name: "servicialo-certify", version: `${PROTOCOL_VERSION}.0` },
        },
      },
    }),
  a2a: (wire, address) =>
    wire.ask(address, {
      method: "POST",
      body: { jsonrpc: "2.0", id: "1", method: "tasks/get", params: { id: "tsk_unknown" } },
    }),
  booking: (wire, address) => wire.ask(address, { headers: { accept: "text/html, */*" } }),
};

const EXPECTED: Readonly<Record<Door, string>> = {
  rest: `GET …/manifest answers 200 and names protocol ${PROTOCOL_VERSION}`,
  mcp: "initialize is answered in JSON-RPC, or 401",
  a2a: "tasks/get is answered in JSON-RPC, or 401",
  booking: "a page",
};

const MENDS: Readonly<Record<Door, string>> = {
  rest: "Name the base path of the HTTP profile, such as https://…/servicialo/v1, and serve the manifest below it.",
  mcp: "Name the endpoint for streamable HTTP itself, and let it be initialized without a credential: discovery mode.",
  a2a: "Name the endpoint that takes JSON-RPC requests.",
  booking: "Name a page that a person can open.",
};

async function knock(wire: Wire, door: Door, address: string): Promise<Point> {
  const ask = {
    id: `endpoints.${door}`,
    area: "endpoints",
    title: `${door} answers`,
    keyword: door === "booking" ? "SHOULD" : "MUST",
    source: door === "booking" ? "objects 22" : "SVC-CARD-003",
    weight: door === "booking" ? 2 : 5,
    expected: EXPECTED[door],
    mend: MENDS[door],
  } as const;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    return judge(ask, { holds: false, got: address });
  const heard = await KNOCKS[door](wire, address);
  return judge(ask, { holds: answers(door, heard), got: told(door, heard) });
}

function answers(door: Door, heard: Heard): Seen["holds"] {
  const { status, json } = heard;
  if (status === null) return false;
  if (door === "booking") return status < 400;
  if (door === "rest") return status === 200 && versionsIn(json).includes(PROTOCOL_VERSION);
  return (
    status === 401 ||
    (isRecord(json) && json.jsonrpc === "2.0" && (json.result !== undefined || json.error !== undefined))
  );
}

function told(door: Door, heard: Heard): string {
  const versions = versionsIn(heard.json).join(", ");
  return door === "rest" && heard.status === 200
    ? `${describe(heard)}, protocol ${versions || "not named"}`
    : describe(heard);
}

/** Versions that a manifest names; a patch part is ignored (E-13). */
function versionsIn(manifest: unknown): readonly string[] {
  const named = [pickText(manifest, "protocol_version"), pickText(manifest, "servicialo")];
  return [...new Set(named.filter((one) => one !== undefined).map((one) => one.split(".").slice(0, 2).join(".")))];
}
