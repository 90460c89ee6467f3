import { defineMutants } from "../../define-mutants.ts";
import { answering, codeOf, type Editable, refusal } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";
import { storing, whileResourceHas } from "../../resource-faults.ts";

const MINUTE_MS = 60_000;
const BUFFER_MS = 15 * MINUTE_MS;

interface Booked {
  readonly provider: unknown;
  readonly resource: unknown;
  readonly start: number;
  readonly end: number;
}

/** Books into a buffer where it is asked for a start on one side of what is booked. */
function bookingBeside(isBeside: (start: number, booked: Booked) => boolean): Fault {
  const known: Booked[] = [];
  return async (call) => {
    const reply = await call.pass();
    if (!call.is("scheduling.book")) return reply;
    const { resource_id: resource, provider_id: provider } = call.attributes;
    const { data } = reply.body as Editable;
    const start = Date.parse(String(call.attributes["starts_at"]));
    if (reply.status === 201) known.push({ provider, resource, start, end: Date.parse(data.attributes.ends_at) });
    const beside = known.some((one) => one.resource === resource && isBeside(start, one));
    if (codeOf(reply) !== "RESOURCE_UNAVAILABLE" || !beside) return reply;
    return whileResourceHas(call, String(resource), { buffer_minutes: 0 });
  };
}

/** Lets a provider wait for the buffer of the resource, too. */
function holdingProviders(): Fault {
  const known: Booked[] = [];
  return answering("scheduling.book", async (call) => {
    const { resource_id: resource, provider_id: provider } = call.attributes;
    const start = Date.parse(String(call.attributes["starts_at"]));
    const near = known.some(
      (one) =>
        one.provider === provider && one.resource !== resource && start >= one.end && start < one.end + BUFFER_MS,
    );
    if (near) return refusal("CONFLICT");
    const reply = await call.pass();
    const { data } = reply.body as Editable;
    if (reply.status === 201) known.push({ provider, resource, start, end: Date.parse(data.attributes.ends_at) });
    return reply;
  });
}

export default defineMutants("SVC-RES-002", {
  "ignores the buffer": () => storing((sent) => ({ ...sent, buffer_minutes: 0 })),
  "takes a buffer twice as long": () => storing((sent) => (sent.buffer_minutes > 0 ? { buffer_minutes: 30 } : {})),
  "keeps no buffer before a session": () => bookingBeside((start, booked) => start < booked.start),
  "keeps no buffer after a session": () => bookingBeside((start, booked) => start >= booked.end),
  "makes the provider wait for the buffer": holdingProviders,
});
