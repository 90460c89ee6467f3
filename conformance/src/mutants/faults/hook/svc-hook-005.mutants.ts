import { defineMutants } from "../../define-mutants.ts";
import { delivering, type Editable } from "../../faulty.ts";
import type { Fault, MutantCall } from "../../mutant-call.ts";

/** Writes into events what a look at the calls before gave. */
function telling(learn: (call: MutantCall) => string | undefined, write: (data: Editable, word: string) => void): Fault {
  let word: string | undefined;
  const { deliver } = delivering((delivery, bring) => {
    const event = JSON.parse(delivery.body.toString("utf8"));
    if (word === undefined) return bring(delivery);
    write(event.data, word);
    return bring({ ...delivery, body: Buffer.from(JSON.stringify(event)) });
  });
  return Object.assign(
    (call: MutantCall) => {
      word = learn(call) ?? word;
      return call.pass();
    },
    { deliver },
  ) as Fault;
}

export default defineMutants("SVC-HOOK-005", {
  "tells what was written into a record": () =>
    telling(
      ({ attributes }) => attributes["content"] as string | undefined,
      (data, content) => {
        data.note = content;
      },
    ),
  "tells where evidence lies": () =>
    telling(
      ({ attributes }) => (attributes["data"] as Editable)?.uri,
      (data, address) => {
        data.file = address;
      },
    ),
  "tells with whose token it was done": () =>
    telling(
      ({ request }) => request.headers["authorization"],
      (data, authorization) => {
        data.by = authorization;
      },
    ),
  "tells why a session was cancelled": () =>
    telling(
      ({ attributes }) => attributes["reason"] as string | undefined,
      (data, reason) => {
        data.exception_detail = reason;
      },
    ),
});
