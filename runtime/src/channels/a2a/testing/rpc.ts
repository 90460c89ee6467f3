import type { Clinic } from "../../../testing/clinic.ts";
import type { PartyClient, TestAnswer } from "../../../testing/party-client.ts";

export const PATH = "/api/servicialo/clinica-andes/a2a";

// biome-ignore lint/suspicious/noExplicitAny: tests read into answers of every shape
type Anything = any;

/** A JSON-RPC answer as it came over the socket. */
export interface RpcResult {
  readonly http: TestAnswer;
  readonly result: Anything;
  readonly error: Anything;
  /** State of the task that was answered. */
  readonly state: string;
  /** Data of the artifact, or of the message of the task's status. */
  readonly outcome: Anything;
}

let lastId = 0;

/** Calls a method of the endpoint. */
export async function rpc(
  client: PartyClient,
  method: string,
  params: unknown,
  { path = PATH, headers = {} }: { path?: string; headers?: Record<string, string> } = {},
): Promise<RpcResult> {
  lastId += 1;
  const id = lastId;
  const body = JSON.stringify({ jsonrpc: "2.0", id, method, params });
  const http = await client.send("POST", path, {
    body,
    headers: { "content-type": "application/json", ...headers },
  });
  if (http.body?.id !== id) throw new Error(`Not the answer to ${id}: ${http.status} ${http.text}`);
  const { result, error } = http.body;
  return { http, result, error, state: result?.status?.state, outcome: outcomeIn(result) };
}

function outcomeIn(task: Anything): Anything {
  const parts: Anything[] = [...(task?.artifacts?.[0]?.parts ?? []), ...(task?.status?.message?.parts ?? [])];
  return parts.find((part) => part.kind === "data")?.data;
}

/** Sends a data part; `more` goes on with a task. */
export function sendData(
  client: PartyClient,
  data: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Promise<RpcResult> {
  return rpc(client, "message/send", { message: { role: "user", parts: [{ kind: "data", data }], ...more } });
}

/** Params of a booking that works: María, with Camila, at the next free time. */
export function bookingParams(clinic: Clinic): Record<string, unknown> {
  return {
    service_id: clinic.id("Physiotherapy session"),
    provider_id: clinic.id("Camila Rojas"),
    client_email: "maria.gonzalez@correo.example",
    starts_at: clinic.nextSlot(),
  };
}
