import { defineMutants } from "../../define-mutants.ts";
import { everyCall, replying } from "../../faulty.ts";
import type { Reply } from "../../mutant-call.ts";

const without = (reply: Reply): Reply => {
  const { "x-servicialo-version": _, ...headers } = reply.headers;
  return { ...reply, headers };
};

export default defineMutants("SVC-HTTP-005", {
  "names no version": () => replying(everyCall, without),
  "names no version when it refuses": () =>
    replying(everyCall, (reply) => (reply.status >= 400 ? without(reply) : reply)),
  "names another version": () =>
    replying(everyCall, (reply) => ({ ...reply, headers: { ...reply.headers, "x-servicialo-version": "0.7" } })),
});
