import { createHmac } from "node:crypto";
import { defineMutants } from "../../define-mutants.ts";
import { delivering, type Editable, replying } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";
import type { Delivery } from "../../webhook-relay.ts";

const hmac = (secret: string | Buffer, text: string | Buffer) => createHmac("sha256", secret).update(text);

/** Sends deliveries on otherwise, with the secret at hand that the subscriber was shown. */
function resending(change: (delivery: Delivery, secret: string) => { body?: Buffer; signature: string }): Fault {
  let secret = "";
  const { deliver } = delivering((delivery, bring) => {
    const { signature, body = delivery.body } = change(delivery, secret);
    return bring({ body, headers: { ...delivery.headers, "x-servicialo-signature": signature } });
  });
  const learning = replying("webhooks.create_subscription", (reply) => {
    secret = (reply.body as Editable).data?.attributes?.secret ?? "";
    return reply;
  });
  return Object.assign(learning, { deliver });
}

export default defineMutants("SVC-HOOK-001", {
  "signs the parsed body, not its bytes": () =>
    resending(({ body }, secret) => {
      const parsed = JSON.stringify(JSON.parse(body.toString("utf8")), null, 1);
      return { signature: `sha256=${hmac(secret, parsed).digest("hex")}` };
    }),
  "writes the signature in base64": () =>
    resending(({ body }, secret) => ({ signature: `sha256=${hmac(secret, body).digest("base64")}` })),
  "writes the signature without its prefix": () =>
    resending(({ body }, secret) => ({ signature: hmac(secret, body).digest("hex") })),
  "signs with the bytes that the secret stands for": () =>
    resending(({ body }, secret) => ({ signature: `sha256=${hmac(Buffer.from(secret, "hex"), body).digest("hex")}` })),
  "delivers everything twice": () =>
    delivering(async (delivery, bring) => {
      await bring(delivery);
      return bring(delivery);
    }),
  "does not say when it happened": () =>
    resending((delivery, secret) => {
      const { emitted_at: _, ...others } = JSON.parse(delivery.body.toString("utf8"));
      const body = Buffer.from(JSON.stringify(others));
      return { body, signature: `sha256=${hmac(secret, body).digest("hex")}` };
    }),
});
