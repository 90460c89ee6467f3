import { defineMutants } from "../../define-mutants.ts";
import { everyCall, renaming, replying } from "../../faulty.ts";
import type { Reply } from "../../mutant-call.ts";

const without = (reply: Reply, name: string): Reply => {
  const { [name]: _, ...headers } = reply.headers;
  return { ...reply, headers };
};

export default defineMutants("SVC-RATE-002", {
  "does not say when to come back": () => replying(everyCall, (reply) => without(reply, "retry-after")),
  "does not say what is left": () => replying(everyCall, (reply) => without(reply, "x-ratelimit-remaining")),
  "does not say its limit": () => replying(everyCall, (reply) => without(reply, "x-ratelimit-limit")),
  "calls too many requests an overload": () =>
    renaming(everyCall, "RATE_LIMITED", { code: "UPSTREAM_UNAVAILABLE", status: 503 }),
  "says when to come back as a date": () =>
    replying(everyCall, (reply) =>
      reply.headers["retry-after"] === undefined
        ? reply
        : { ...reply, headers: { ...reply.headers, "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" } },
    ),
});
