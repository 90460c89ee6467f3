import { defineMutants } from "../../define-mutants.ts";
import { changed } from "../../fault-parts.ts";
import { allowing, type Editable, editingAttributes, replying } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

/** Remembers the secrets of subscriptions, and shows them where an answer shows one. */
function showingSecrets(...where: readonly ("webhooks.list_subscriptions" | "webhooks.update_subscription")[]): Fault {
  const secrets = new Map<string, string>();
  return async (call) => {
    const reply = await call.pass();
    const { data } = reply.body as Editable;
    if (call.is("webhooks.create_subscription", "webhooks.rotate_secret") && data?.attributes?.secret)
      secrets.set(data.id, data.attributes.secret);
    if (!call.is(...where)) return reply;
    const body = structuredClone(reply.body) as Editable;
    for (const one of [body.data].flat()) {
      const secret = secrets.get(one?.id);
      if (secret !== undefined) one.attributes.secret = secret;
    }
    return { ...reply, body };
  };
}

export default defineMutants("SVC-HOOK-002", {
  "shows secrets in the list": () => showingSecrets("webhooks.list_subscriptions"),
  "shows the secret when a subscription is changed": () => showingSecrets("webhooks.update_subscription"),
  "does not show the secret at all": () =>
    editingAttributes("webhooks.create_subscription", (attributes) => void delete attributes.secret),
  "rotates to the same secret": () => {
    let first: string | undefined;
    return replying(["webhooks.create_subscription", "webhooks.rotate_secret"], (reply) => {
      const body = structuredClone(reply.body) as Editable;
      if (!body.data?.attributes?.secret) return reply;
      first ??= body.data.attributes.secret;
      body.data.attributes.secret = first;
      return { ...reply, body };
    });
  },
  "delivers over plain http to anywhere": () =>
    allowing("webhooks.create_subscription", "VALIDATION_ERROR", (call) => {
      const url = String(call.attributes["url"]);
      return url.startsWith("http://") ? changed(call, { url: url.replace("http:", "https:") }) : null;
    }),
});
