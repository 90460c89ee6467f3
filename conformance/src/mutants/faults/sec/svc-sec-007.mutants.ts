import { defineMutants } from "../../define-mutants.ts";
import { changed } from "../../fault-parts.ts";
import { allowing, editing, editingErrors, replying } from "../../faulty.ts";

const ask = "clients.get_or_create";

export default defineMutants("SVC-SEC-007", {
  "says that a known client is new": () =>
    replying(ask, (reply) => (reply.status === 200 ? { ...reply, status: 201 } : reply)),
  "makes another client each time": () => {
    let count = 0;
    return editing(ask, ({ data }) => {
      count += 1;
      data.id = `${data.id}-${count}`;
    });
  },
  "makes clients whom nobody can reach": () =>
    allowing(ask, "VALIDATION_ERROR", (call) =>
      call.attributes["email"] || call.attributes["phone"] ? null : changed(call, { email: "nobody@example.org" }),
    ),
  "makes clients without a last name": () =>
    allowing(ask, "VALIDATION_ERROR", (call) =>
      call.attributes["last_name"] ? null : changed(call, { last_name: "-" }),
    ),
  "renames a known client": () =>
    editing(ask, ({ data }, { attributes }) => {
      if (attributes["name"]) data.attributes.name = attributes["name"];
    }),
  "does not say which name is missing": () =>
    editingErrors(ask, (error) => {
      error.source = { pointer: "/data" };
    }),
  "makes the client that it refuses": () => async (call) => {
    const reply = await call.pass();
    if (call.is(ask) && reply.status === 422 && call.attributes["email"])
      await call.pass(changed(call, { name: "-", last_name: "-", ...call.attributes }));
    return reply;
  },
});
