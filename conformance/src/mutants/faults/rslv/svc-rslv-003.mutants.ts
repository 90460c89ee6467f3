import { defineMutants } from "../../define-mutants.ts";
import { allowing, codeOf, pretending, renaming, replying } from "../../faulty.ts";
import { metaOf } from "../../faulty-mandates.ts";
import { recordReply } from "../../faulty-resolver.ts";

/** Registers although one thing is missing. */
const without = (part: RegExp) => () =>
  pretending("resolve.register", "NOT_BOOKABLE", (call, refused) =>
    part.test(JSON.stringify(metaOf(refused).missing)) ? recordReply(call, 201) : null,
  );

export default defineMutants("SVC-RSLV-003", {
  "registers who offers nothing": without(/service|offer/),
  "registers who has no provider": without(/provider/),
  "registers who has no free hour": without(/availability|block/),
  "finds everything missing that is not": () =>
    renaming("resolve.register", "NOT_BOOKABLE", { code: "CONFLICT", status: 409 }),
  "names the wrong thing as missing": () =>
    replying("resolve.register", (reply) => {
      if (codeOf(reply) !== "NOT_BOOKABLE") return reply;
      const body = structuredClone(reply.body) as { errors: { meta: { missing: string[] } }[] };
      for (const { meta } of body.errors) meta.missing = ["logo"];
      return { ...reply, body };
    }),
  "registers a slug twice": () => pretending("resolve.register", "CONFLICT", (call) => recordReply(call, 201)),
  "writes over who is registered": () =>
    replying("resolve.register", async (reply, call) => {
      if (codeOf(reply) === "CONFLICT") {
        const { slug, rest_url } = call.attributes;
        await call.ask("PATCH", `/servicialo/v1/resolve/cl/${slug}/endpoint`, {
          as: "organization",
          body: { rest_url },
        });
      }
      return reply;
    }),
  "registers the next one under a taken slug": () =>
    allowing("resolve.register", "CONFLICT", ({ attributes }) => ({
      attributes: { ...attributes, slug: `${attributes["slug"]}-2` },
      headers: { "idempotency-key": undefined },
    })),
});
