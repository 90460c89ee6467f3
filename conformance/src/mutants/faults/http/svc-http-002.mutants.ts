import { defineMutants } from "../../define-mutants.ts";
import { everyCall, replying } from "../../faulty.ts";
import type { Reply } from "../../mutant-call.ts";

const as = (type: string) => (reply: Reply) =>
  reply.status < 400 && reply.headers["content-type"]?.includes("vnd.api+json")
    ? { ...reply, headers: { ...reply.headers, "content-type": type } }
    : reply;

export default defineMutants("SVC-HTTP-002", {
  "answers plain JSON": () => replying(everyCall, as("application/json")),
  "answers bookings as text": () => replying("scheduling.book", as("text/html; charset=utf-8")),
});
