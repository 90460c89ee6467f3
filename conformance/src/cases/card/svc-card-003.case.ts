import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

/** A call that each kind of door must recognize, whatever it answers. */
const KNOCKS: Readonly<Record<string, { method: string; rawBody?: string }>> = {
  mcp: {
    method: "POST",
    rawBody: JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "initialize",
      params: {
        protocolVersion: "2025-06-18",
        capabilities: {},
        clientInfo: { name: "servicialo-certify", version: "0.8.0" },
      },
    }),
  },
  a2a: {
    method: "POST",
    rawBody: JSON.stringify({ jsonrpc: "2.0", id: "1", method: "tasks/get", params: { id: "unknown" } }),
  },
  rest: { method: "GET" },
};

export default defineCase({
  requirement: "SVC-CARD-003",
  title: "the card names at least one endpoint, and each answers",
  async run(context) {
    await context.positive("endpoints of the card", async (check) => {
      const card = await context.world.agentCard();
      const named = Object.keys(KNOCKS).filter((kind) => pickText(card, `endpoints.${kind}`) !== undefined);
      check.holds("endpoints", named.length > 0, { expected: "one of mcp, rest, a2a", actual: named });
      for (const kind of named) {
        const address = pickText(card, `endpoints.${kind}`) ?? "";
        const { method, rawBody } = KNOCKS[kind] ?? { method: "GET" };
        const target = kind === "rest" ? `${address.replace(/\/+$/, "")}/manifest` : address;
        const answer = await context.node.raw({
          method,
          target,
          ...(rawBody === undefined ? {} : { rawBody, contentType: "application/json" }),
          headers: { accept: "application/json, text/event-stream" },
        });
        if (kind === "rest") check.status(answer, 200);
        else {
          check.holds(`${kind} answers`, answer.status > 0 && answer.status < 500 && answer.status !== 404, {
            expected: "any answer but 404 and 5xx",
            actual: answer.describe(),
            answer,
          });
        }
      }
    });
  },
});
