import { A2aChannel, expectTask, needsSkill, sessionOfTask } from "../../a2a-channel.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-A2A-004",
  title: "a task that needs more waits for it",
  async run(context) {
    const channel = await A2aChannel.find(context, "NOT_VERIFIED");
    needsSkill(channel, ["book_session", "book-session"]);
    const { attributes } = await context.journeys.bookingAttributes();
    const known = { service_id: attributes.service_id, provider_id: attributes.provider_id };
    const rest = {
      starts_at: attributes.starts_at,
      client_email: `certify-${context.world.uniqueWord()}@example.org`,
      client_name: "Certification",
      client_last_name: "Run",
    };
    const control = await context.positive("a booking that says everything is completed", async (check) => {
      const whole = await channel.message({ intent: "book_session", params: { ...known, ...rest } }, "organization");
      context.journeys.adoptId(sessionOfTask(expectTask(check, whole, "completed")));
    });
    await context.negative("one that lacks its time is not", control, async (check) => {
      const { starts_at: _, ...without } = rest;
      const reply = await channel.message({ intent: "book_session", params: { ...known, ...without } }, "organization");
      expectTask(check, reply, "input-required");
    });
    await context.positive("the waiting task goes on with what was missing", async (check) => {
      const { attributes: other } = await context.journeys.bookingAttributes();
      const first = await channel.message(
        { intent: "book_session", params: { ...known, provider_id: other.provider_id } },
        "organization",
      );
      const task = expectTask(check, first, "input-required");
      const params = { ...rest, starts_at: other.starts_at };
      const reply = await channel.message({ intent: "book_session", params }, "organization", { taskId: task.id });
      const done = expectTask(check, reply, "completed");
      check.equal("id of the task", { expected: task.id, actual: done.id, answer: reply.answer });
      context.journeys.adoptId(sessionOfTask(done));
    });
    await context.negative("what only a human decides waits for one", control, async (check) => {
      await context.world.needs("mandates.issue");
      const mandate = await context.agents.issue({ scopes: ["schedule:read", "schedule:write", "service:read"] });
      const session = await context.journeys.walkTo("scheduled");
      const params = { session_id: session.id, action: "cancel", reason: "certification run" };
      const actor = context.agents.actorOf(mandate);
      expectTask(check, await channel.message({ intent: "manage_session", params, actor }, "agent"), "input-required");
      const { answer, session: read } = await context.journeys.read(session.id);
      check.equal("state of the session", { expected: "scheduled", actual: read.state, answer });
    });
  },
});
