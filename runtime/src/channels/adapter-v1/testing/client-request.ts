import { type AdapterCall, adapterWords } from "@servicialo/schema/0.8/adapter-binding";

/** A request of the binding as a client of the table would send it. */
export interface ClientRequest {
  readonly method: string;
  readonly target: string;
  readonly body?: Record<string, unknown>;
}

/** The name that a client usually has for an input; undefined when the path or the table says it. */
export function usualName(call: AdapterCall, input: string): string | undefined {
  return call.members.find((member) => member.input === input)?.name;
}

/** An input of an operation in the words of a client, by the table alone. */
export function clientRequest(call: AdapterCall, input: Readonly<Record<string, unknown>>): ClientRequest {
  const path = call.path.replaceAll(/\{([^}]*)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const members: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    const says = usualName(call, name);
    if (says !== undefined) members[says] = value;
  }
  for (const name of call.when?.value == null ? [] : call.when.anyOf) members[name] = call.when?.value;
  if (call.method !== "GET") return { method: call.method, target: path, body: members };
  const query = new URLSearchParams(
    Object.fromEntries(Object.entries(members).map(([name, value]) => [name, String(value)])),
  );
  return { method: "GET", target: query.size > 0 ? `${path}?${query}` : path };
}

/** A word of the clients for a value. */
export function clientWord(words: keyof typeof adapterWords, value: string): string | undefined {
  return Object.entries(adapterWords[words]).find(([, means]) => means === value)?.[0];
}
