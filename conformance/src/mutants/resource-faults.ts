import { changed, command } from "./fault-parts.ts";
import { asking, both, type Editable, editingAttributes } from "./faulty.ts";
import type { Fault, MutantCall, Reply } from "./mutant-call.ts";

/** Stores resources otherwise than they were sent, and shows them as they were sent. */
export function storing(change: (sent: Editable) => Record<string, unknown>): Fault {
  const sent = new Map<string, Editable>();
  const stored = asking(["resource.create", "resource.update"], (call) => changed(call, change(call.attributes)));
  const shown = editingAttributes(
    ["resource.create", "resource.update", "resource.get", "resource.delete"],
    (resource, call, { id }) => {
      if (call.is("resource.create", "resource.update")) sent.set(id, { ...sent.get(id), ...call.attributes });
      const { buffer_minutes, capacity } = sent.get(id) ?? {};
      if (buffer_minutes !== undefined) resource.buffer_minutes = buffer_minutes;
      if (capacity !== undefined) resource.capacity = capacity;
    },
  );
  return both(shown, stored);
}

/** Asks once more while a resource is another one for a moment. */
export async function whileResourceHas(
  call: MutantCall,
  ...[id, attributes]: readonly [string, Readonly<Record<string, unknown>>]
): Promise<Reply> {
  const path = `/resources/${id}`;
  const { body } = await call.ask("GET", `/servicialo/v1${path}`, { as: "organization" });
  const before = (body as Editable).data?.attributes ?? {};
  await command(call, path, attributes, "organization", "PATCH");
  const reply = await call.pass({ headers: { "idempotency-key": undefined } });
  const restored = Object.fromEntries(Object.keys(attributes).map((name) => [name, before[name]]));
  await command(call, path, restored, "organization", "PATCH");
  return reply;
}
