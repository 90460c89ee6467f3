import { A2aChannel, expectRpcError, expectTask, RPC_CODES } from "../../a2a-channel.ts";
import { unknownId } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-A2A-002",
  title: "the endpoint has its three methods, and answers malformed calls with the codes of JSON-RPC",
  async run(context) {
    const channel = await A2aChannel.find(context, "NOT_VERIFIED");
    const control = await context.positive("message/send gives a task", async (check) => {
      const reply = await channel.message({ intent: "list_services" });
      check.equal("id", { expected: 1, actual: reply.id, answer: reply.answer });
      return expectTask(check, reply, "completed", "working", "submitted");
    });
    await context.positive("tasks/get gives it again, to whoever sent it", async (check) => {
      const sent = await channel.message({ intent: "book_session" }, "organization");
      const task = expectTask(check, sent, "input-required");
      const read = await channel.call("tasks/get", { id: task.id }, "organization");
      const again = expectTask(check, read, "input-required");
      check.equal("id of the task", { expected: task.id, actual: again.id, answer: read.answer });
    });
    await context.positive("tasks/cancel ends what waits, and changes nothing that has ended", async (check) => {
      const sent = await channel.message({ intent: "book_session" }, "organization");
      const task = expectTask(check, sent, "input-required");
      expectTask(check, await channel.call("tasks/cancel", { id: task.id }, "organization"), "canceled");
      expectTask(check, await channel.call("tasks/cancel", { id: task.id }, "organization"), "canceled");
    });
    await context.negative("an unknown method", control, async (check) => {
      expectRpcError(check, await channel.call("tasks/dance", {}), RPC_CODES.method);
    });
    await context.negative("broken JSON", control, async (check) => {
      expectRpcError(check, await channel.send('{"jsonrpc":"2.0","id":1,'), RPC_CODES.parse);
    });
    for (const [name, body] of NO_REQUESTS) {
      await context.negative(`no request: ${name}`, control, async (check) => {
        expectRpcError(check, await channel.send(JSON.stringify(body)), RPC_CODES.request);
      });
    }
    await context.negative("a message without parts", control, async (check) => {
      const reply = await channel.call("message/send", { message: { role: "user" } });
      expectRpcError(check, reply, RPC_CODES.params);
    });
    await context.negative("a task that is not there", control, async (check) => {
      for (const method of ["tasks/get", "tasks/cancel"]) {
        const reply = await channel.call(method, { id: unknownId(context) }, "organization");
        // A2A has a code of its own for it; the page's "other" covers every refusal.
        expectRpcError(check, reply, -32001, RPC_CODES.other);
      }
    });
  },
});

const NO_REQUESTS: readonly (readonly [string, unknown])[] = [
  ["an empty object", {}],
  ["a list", []],
  ["another version", { jsonrpc: "1.0", id: 1, method: "message/send", params: {} }],
  ["a method that is no text", { jsonrpc: "2.0", id: 1, method: 7 }],
];
