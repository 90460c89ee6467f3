import { defineMutants } from "../../define-mutants.ts";
import { editingTasks, refusesWith, taskAsTheHouse, wishOf } from "../../faulty-tasks.ts";
import type { Fault } from "../../mutant-call.ts";

/** Gives tasks that wait another state. */
const instead = (state: string) => () =>
  editingTasks((task) => {
    if (task.status.state === "input-required") task.status.state = state;
  });

export default defineMutants("SVC-A2A-004", {
  "gives up what it needs more for": instead("failed"),
  "rejects what it needs more for": instead("rejected"),
  "takes what waits for done": instead("completed"),
  "goes on with a task as another one": () =>
    editingTasks((task, call) => {
      const going = JSON.stringify(call.json).includes("taskId");
      if (going) task.id = crypto.randomUUID();
    }),
  "forgets what was said before": (): Fault => (call) => {
    const { taskId: _, ...message } =
      (call.json as { params?: { message?: { taskId?: string } } })?.params?.message ?? {};
    return wishOf(call) !== null && _ !== undefined
      ? call.pass({ attributes: { ...(call.json as object), params: { message } } })
      : call.pass();
  },
  "decides for the human": (): Fault => async (call) => {
    const reply = await call.pass();
    return wishOf(call)?.intent === "manage_session" && refusesWith(reply, "CONFIRMATION_REQUIRED")
      ? call.pass(taskAsTheHouse(call))
      : reply;
  },
  "fails where a human has to decide": () =>
    editingTasks((task, call) => {
      if (wishOf(call)?.intent === "manage_session") task.status.state = "failed";
    }),
});
