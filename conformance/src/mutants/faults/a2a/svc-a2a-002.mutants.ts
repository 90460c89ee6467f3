import { defineMutants } from "../../define-mutants.ts";
import { answering, refusal } from "../../faulty.ts";
import { editingRpc, editingTasks, taskMethodOf, taskReply } from "../../faulty-tasks.ts";

/** Answers with another code of JSON-RPC. */
const coding = (code: number, other: number) => () =>
  editingRpc(({ error }) => {
    if (error?.code === code) error.code = other;
  });

export default defineMutants("SVC-A2A-002", {
  "has no code for a method that is not there": coding(-32601, -32603),
  "has no code for what cannot be read": coding(-32700, -32603),
  "has no code for what is no request": coding(-32600, -32603),
  "has no code for wrong params": coding(-32602, -32603),
  "says in HTTP that it cannot read something": () =>
    answering(
      (call) => call.json === undefined && /\/a2a$/.test(call.request.target),
      () => refusal("MALFORMED_REQUEST"),
    ),
  "forgets its tasks": () =>
    answering(
      (call) => taskMethodOf(call) === "tasks/get",
      (call) => taskReply(call, "completed"),
    ),
  "only says that it cancels": () =>
    editingTasks((task, call) => {
      if (taskMethodOf(call) === "tasks/cancel") task.status.state = "input-required";
    }),
  "cancels tasks that are not there": () =>
    editingRpc((message, call) => {
      if (taskMethodOf(call) !== "tasks/cancel" || !message.error) return;
      delete message.error;
      message.result = { kind: "task", id: "any", status: { state: "canceled" } };
    }),
  "takes a message without parts": () =>
    editingRpc((message, call) => {
      if (taskMethodOf(call) !== "message/send" || message.error?.code !== -32602) return;
      delete message.error;
      message.result = { kind: "task", id: "any", status: { state: "input-required" } };
    }),
  "has a result beside its errors": () =>
    editingRpc((message) => {
      if (message.error) message.result = {};
    }),
});
