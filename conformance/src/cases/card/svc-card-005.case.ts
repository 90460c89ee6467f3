import { defineCase } from "../../define-case.ts";
import { isRecord, walkJson } from "../../json-path.ts";

function isLoopback(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || /^127\./.test(host) || host === "[::1]";
}

/** Addresses in a document that are neither HTTPS nor on loopback. */
function insecure(document: unknown): { all: number; open: string[] } {
  let all = 0;
  const open: string[] = [];
  walkJson(document, (_path, value) => {
    if (typeof value !== "string" || !/^(?:https?|wss?):\/\//.test(value) || !URL.canParse(value)) return;
    all += 1;
    const url = new URL(value);
    if (["http:", "ws:"].includes(url.protocol) && !isLoopback(url.hostname)) open.push(value);
  });
  return { all, open };
}

export default defineCase({
  requirement: "SVC-CARD-005",
  title: "advertised addresses are HTTPS except on loopback",
  async run(context) {
    await context.positive("the node's own address", async (check) => {
      const url = new URL(context.node.connection.baseUrl);
      const manifest = await context.world.manifest();
      check.holds("a manifest is served there", manifest !== null, { expected: "a manifest", actual: "none" });
      check.holds("its scheme", url.protocol === "https:" || isLoopback(url.hostname), {
        expected: "https, or loopback",
        actual: url.href,
      });
    });
    await context.positive("the manifest and the agent card", async (check) => {
      const card = await context.world.agentCard();
      check.holds("an agent card", isRecord(card) && "endpoints" in card, {
        expected: "a card with endpoints",
        actual: card ?? "none",
      });
      for (const document of [await context.world.manifest(), card]) {
        const { all, open } = insecure(document);
        check.equal(`addresses without TLS among ${all}`, { expected: [], actual: open });
      }
    });
  },
});
