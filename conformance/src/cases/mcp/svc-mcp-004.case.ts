import type { Answer } from "../../answer.ts";
import { findOperation } from "../../artefacts.ts";
import { badCalls } from "../../bad-inputs.ts";
import type { CaseContext } from "../../case-context.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { type DualCall, type DualOperation, dualCalls, flatInput, overHttp, withActor } from "../../dual-calls.ts";
import { sameJson } from "../../json-path.ts";
import { demandMcp, McpChannel } from "../../mcp-channel.ts";
import { normalOutcome } from "../../same-outcome.ts";
import type { CredentialKind } from "../../settings.ts";
import { operationsWithTools } from "../../tool-table.ts";

export default defineCase({
  requirement: "SVC-MCP-004",
  title: "every operation has the same outcome over MCP and over HTTP",
  async run(context) {
    const doors = new Doors(context, await demandMcp(context, "NOT_VERIFIED"));
    const calls = await dualCalls(context);
    try {
      for (const { id } of operationsWithTools() as readonly { id: DualOperation }[]) {
        if (!(await context.world.declares(id))) continue;
        const good = await context.positive(`${id}: lawful input`, async (check) => {
          const first = await made(id, calls);
          // What is read is the same thing twice; what is changed needs a twin.
          const second = reads(id) ? first : await made(id, calls);
          const http = await context.node.call(id, overHttp(first));
          const mcp = await doors.call(id, second);
          // Somebody else may have changed it between the two readings.
          const settled = reads(id) && !same(http, mcp) ? await context.node.call(id, overHttp(first)) : http;
          expectSame(check, { id, http: settled, mcp });
          return second;
        });
        await context.negative(`${id}: unlawful input`, good, async (check) => {
          const known = good.value ?? context.notVerified("the lawful call is missing");
          const bad = badCalls(id, known, context.validator);
          if (bad.length === 0) check.notApplicable("the operation takes no input that could be wrong");
          for (const { how, call } of bad) {
            const http = await context.node.call(id, overHttp(call, true));
            expectSame(check, { id: `${id} ${how}`, http, mcp: await doors.call(id, call, true) });
          }
        });
      }
    } finally {
      await doors.close();
    }

    async function made(id: DualOperation, all: Awaited<ReturnType<typeof dualCalls>>): Promise<DualCall> {
      return withActor(context, id, await all[id]());
    }
  },
});

/** Connections to the MCP server, one for each party. */
class Doors {
  readonly #context: CaseContext;
  readonly #address: string;
  readonly #open = new Map<CredentialKind, McpChannel>();

  constructor(context: CaseContext, address: string) {
    this.#context = context;
    this.#address = address;
  }

  async call(id: DualOperation, call: DualCall, deliberate = false): Promise<Answer> {
    const channel = this.#open.get(call.as) ?? (await McpChannel.open(this.#context, this.#address, call.as));
    this.#open.set(call.as, channel);
    return channel.call(id, flatInput(call), deliberate);
  }

  async close(): Promise<void> {
    for (const channel of this.#open.values()) await channel.close();
  }
}

function reads(id: DualOperation): boolean {
  return findOperation(id)?.method === "GET";
}

function same(http: Answer, mcp: Answer): boolean {
  return sameJson(normalOutcome(http), normalOutcome(mcp));
}

function expectSame(check: Check, { id, http, mcp }: { id: string; http: Answer; mcp: Answer }): void {
  const [one, other] = [normalOutcome(http), normalOutcome(mcp)];
  check.equal(`outcome of ${id} over MCP`, { expected: one.outcome, actual: other.outcome, answer: mcp });
  if (one.outcome !== other.outcome) return;
  check.equal(`data of ${id} over MCP`, { expected: one.data, actual: other.data, answer: mcp });
  // Where the fault stands may be left out (SVC-ERR-003); two answers that both name it must agree.
  if (one.pointers.length > 0 && other.pointers.length > 0)
    check.equal(`pointers of ${id} over MCP`, { expected: one.pointers, actual: other.pointers, answer: mcp });
}
