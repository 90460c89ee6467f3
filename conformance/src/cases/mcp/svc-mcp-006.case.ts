import { Answer } from "../../answer.ts";
import { defineCase } from "../../define-case.ts";
import { pickNumber, pickText } from "../../json-path.ts";
import { demandMcp, McpChannel, type ToolOutcome } from "../../mcp-channel.ts";

/** Asked of a node that declares no limit, or a very wide one: a burst is no load test. */
const MOST_CALLS = 600;
/** Calls at a time: one after the other would take longer than many a limit counts. */
const WIDTH = 8;

export default defineCase({
  requirement: "SVC-MCP-006",
  title: "a rate limit reaches the client of a tool with the seconds to wait",
  phase: "burst",
  async run(context) {
    const address = await demandMcp(context, "NOT_VERIFIED");
    const channel = await McpChannel.open(context, address, { as: null, takeRateLimit: true });
    const { vertical = "health" } = await context.world.organization();
    const search = () => context.node.call("registry.search", { query: { vertical }, takeRateLimit: true });
    try {
      const control = await context.positive("a single call of a public tool is answered", async (check) => {
        const outcome = await channel.attempt("registry_search", { vertical });
        const limited = limitIn(outcome);
        // An earlier burst may still be counted.
        if (limited !== null) check.notVerified("the limit is reached before the first call");
        check.equal("isError", { expected: false, actual: outcome.isError });
      });
      await context.negative("a burst ends in RATE_LIMITED with retry_after", control, async (check) => {
        const declared = Number((await search()).header("x-ratelimit-limit"));
        const most = Number.isInteger(declared) && declared > 0 ? Math.min(declared * 2, MOST_CALLS) : MOST_CALLS;
        let last: ToolOutcome | null = null;
        for (let sent = 0; sent < most && last?.isError !== true; sent += WIDTH) {
          const calls = Array.from({ length: WIDTH }, () => channel.attempt("registry_search", { vertical }));
          const outcomes = await Promise.all(calls);
          last = outcomes.find(({ isError }) => isError) ?? outcomes.at(-1) ?? null;
        }
        const answer = last?.exchange == null ? undefined : new Answer(last.exchange);
        if (last?.isError !== true) {
          const http = await search();
          if (http.status !== 429) check.notVerified(`no limit was met in ${most} calls, and HTTP knows none either`);
          check.holds(`the limit that HTTP tells, over MCP`, false, {
            expected: "RATE_LIMITED",
            actual: "an answer",
            answer,
          });
          return;
        }
        const limited = limitIn(last);
        check.equal("code", {
          expected: "RATE_LIMITED",
          actual: limited?.code ?? last.texts[0] ?? last.refusal,
          answer,
        });
        check.holds("seconds to wait", limited !== null && limited.seconds > 0, {
          expected: "a positive number",
          actual: limited?.seconds,
          answer,
        });
      });
    } finally {
      await channel.close();
    }
  },
});

/** The limit that an outcome tells: as a tool error, or by the transport itself. */
function limitIn({ content, exchange, isError }: ToolOutcome): { code: string; seconds: number } | null {
  if (!isError) return null;
  const code = pickText(content, "errors.0.code");
  if (code === "RATE_LIMITED") {
    const seconds =
      pickNumber(content, "retry_after") ?? pickNumber(content, "errors.0.meta.retry_after") ?? Number.NaN;
    return { code, seconds };
  }
  if (exchange?.response?.status !== 429) return null;
  return { code: "RATE_LIMITED", seconds: Number(exchange.response.headers["retry-after"]) };
}
