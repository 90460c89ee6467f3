import { defineMutants } from "../../define-mutants.ts";
import { delivering, type Editable } from "../../faulty.ts";
import type { Fault, MutantCall } from "../../mutant-call.ts";

/** Writes into events what the calls before them gave away. */
function telling(
  learn: (call: MutantCall) => string | undefined,
  write: (data: Editable, words: string) => void,
): Fault {
  const words: string[] = [];
  const { deliver } = delivering((delivery, bring) => {
    const event = JSON.parse(delivery.body.toString("utf8"));
    if (words.length === 0) return bring(delivery);
    write(event.data, words.join(", "));
    return bring({ ...delivery, body: Buffer.from(JSON.stringify(event)) });
  });
  return Object.assign(
    (call: MutantCall) => {
      const word = learn(call);
      if (word !== undefined) words.push(word);
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
