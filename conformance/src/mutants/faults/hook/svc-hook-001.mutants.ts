import { createHmac } from "node:crypto";
import { defineMutants } from "../../define-mutants.ts";
import { delivering, type Editable } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";
import type { Delivery } from "../../webhook-relay.ts";

const SIGNATURE = "x-servicialo-signature";

/** Signs once more with a secret that the node showed to the subscriber. */
function signing(sign: (delivery: Delivery, secret: string) => string): Fault {
  let secret = "";
  const courier = delivering((delivery, bring) =>
    bring({ ...delivery, headers: { ...delivery.headers, [SIGNATURE]: sign(delivery, secret) } }),
  );
  return Object.assign(
    async (...[call]: Parameters<Fault>) => {
      const reply = await call.pass();
      if (call.is("webhooks.create_subscription")) secret = (reply.body as Editable).data?.attributes?.secret ?? "";
      return reply;
    },
    { deliver: courier.deliver },
  ) as Fault;
}

const hmac = (secret: string, text: string | Buffer) => createHmac("sha256", secret).update(text);

export default defineMutants("SVC-HOOK-001", {
  "signs the parsed body, not its bytes": () =>
    signing(({ body }, secret) => {
      const parsed = JSON.parse(body.toString("utf8"));
      return `sha256=${hmac(secret, JSON.stringify(parsed, null, 1)).digest("hex")}`;
    }),
  "writes the signature in base64": () =>
    signing(({ body }, secret) => `sha256=${hmac(secret, body).digest("base64")}`),
  "writes the signature without its prefix": () => signing(({ body }, secret) => hmac(secret, body).digest("hex")),
  "signs with the bytes that the secret stands for": () =>
    signing(({ body }, secret) => {
      const bytes = createHmac("sha256", Buffer.from(secret, "hex")).update(body);
      return `sha256=${bytes.digest("hex")}`;
    }),
  "delivers everything twice": () =>
    delivering(async (delivery, bring) => {
      await bring(delivery);
      return bring(delivery);
    }),
  "does not say when it happened": () => {
    let secret = "";
    const deliver = delivering((delivery, bring) => {
      const { emitted_at: _, ...others } = JSON.parse(delivery.body.toString("utf8"));
      const body = Buffer.from(JSON.stringify(others));
      const signature = `sha256=${hmac(secret, body).digest("hex")}`;
      return bring({ body, headers: { ...delivery.headers, [SIGNATURE]: signature } });
    }).deliver;
    return Object.assign(
      async (...[call]: Parameters<Fault>) => {
        const reply = await call.pass();
        if (call.is("webhooks.create_subscription")) secret = (reply.body as Editable).data?.attributes?.secret ?? "";
        return reply;
      },
      { deliver },
    ) as Fault;
  },
});
