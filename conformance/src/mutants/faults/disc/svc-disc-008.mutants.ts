import { defineMutants } from "../../define-mutants.ts";
import { answering, editing, editingAttributes, enveloped, replying } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

/** Answers for an unknown organization with the one that it knows. */
function findingAnything(): Fault {
  let known: string | undefined;
  return answering("registry.get_organization", async (call) => {
    const reply = await call.pass();
    if (reply.status === 200) known = call.request.target;
    return reply.status === 404 && known !== undefined ? call.pass({ target: known }) : reply;
  });
}

export default defineMutants("SVC-DISC-008", {
  "finds an organization under every name": findingAnything,
  "has an empty catalogue for unknown organizations": () =>
    replying("services.list", (reply) =>
      reply.status === 404
        ? enveloped(200, { data: [], links: { first: "", prev: null, next: null, last: "" }, meta: { total: 0 } })
        : reply,
    ),
  "shows profiles to those who have a credential only": () =>
    answering("registry.get_organization", (call) =>
      call.caller === null ? call.pass({ target: "/servicialo/v1/mandates" }) : null,
    ),
  "does not say where an organization is": () =>
    editingAttributes("registry.get_organization", (profile) => void delete profile.country),
  "calls offers services": () =>
    editing("services.list", ({ data }) => {
      for (const offer of data) offer.type = "services";
    }),
  "shows offers without their name": () => editingAttributes("services.list", (offer) => void delete offer.name),
});
