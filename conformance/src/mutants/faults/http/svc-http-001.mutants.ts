import { defineMutants } from "../../define-mutants.ts";
import { everyCall, refusing, replying } from "../../faulty.ts";

export default defineMutants("SVC-HTTP-001", {
  "serves no manifest at its place": () => refusing("registry.manifest", "NOT_FOUND"),
  "answers an unknown path with a page": () =>
    replying(everyCall, (reply) =>
      reply.status === 404
        ? { status: 404, headers: { "content-type": "text/html" }, body: "<h1>Not found</h1>" }
        : reply,
    ),
  "answers unknown paths with 200": () =>
    replying(everyCall, (reply, call) => (call.operation === null ? { ...reply, status: 200 } : reply)),
});
