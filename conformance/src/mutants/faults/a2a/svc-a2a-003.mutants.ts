import { defineMutants } from "../../define-mutants.ts";
import type { Editable } from "../../faulty.ts";
import { forgettingEntries } from "../../faulty-mandates.ts";
import { allowingTasks, editingRpc, editingTasks, wishing, wishOf } from "../../faulty-tasks.ts";
import type { Fault } from "../../mutant-call.ts";

export default defineMutants("SVC-A2A-003", {
  "books for whoever asks by A2A": () => allowingTasks("UNAUTHORIZED"),
  "needs no mandate by A2A": () => allowingTasks("MANDATE_REQUIRED"),
  "does not look at scopes by A2A": () => allowingTasks("SCOPE_INSUFFICIENT"),
  "writes nothing down of a booking by A2A": () => forgettingEntries(({ action }) => action === "scheduling.book"),
  "writes nothing down of a client who is found by A2A": () =>
    forgettingEntries(({ action }) => action === "clients.get_or_create"),
  "only says that it books": () =>
    editingTasks((task) => {
      for (const { parts } of task.artifacts ?? []) {
        for (const { data } of parts as Editable[]) {
          if (data?.intent === "book_session" && data.result?.data) data.result.data.id = "ses_nowhere";
        }
      }
    }),
  "only says that it cancels a session": (): Fault => (call) => {
    const wish = wishOf(call);
    return wish?.intent === "manage_session" ? call.pass(wishing(call, { intent: "list_services" })) : call.pass();
  },
  "has no code for what it refuses by A2A": () =>
    editingRpc((message) => {
      if (message.error?.data) delete message.error.data;
      for (const part of message.result?.status?.message?.parts ?? []) {
        if (part.data?.result?.errors) part.data.result = { message: "refused" };
      }
      for (const artifact of message.result?.artifacts ?? []) {
        for (const part of artifact.parts) if (part.data?.result?.errors) part.data.result = { message: "refused" };
      }
    }),
});
