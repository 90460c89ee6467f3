import { A2aChannel, expectTask, needsSkill, type RpcAnswer, sessionOfTask, type TaskWish } from "../../a2a-channel.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";

const SCOPES = ["schedule:read", "schedule:write", "patient:read", "patient:write", "service:read"];

export default defineCase({
  requirement: "SVC-A2A-003",
  title: "a task is the operations that it translates to: sessions, mandates and audit",
  async run(context) {
    const channel = await A2aChannel.find(context, "NOT_VERIFIED");
    needsSkill(channel, ["book_session", "book-session"]);
    const booking = async (actor?: unknown): Promise<TaskWish> => {
      const { attributes } = await context.journeys.bookingAttributes();
      const params = {
        service_id: attributes.service_id,
        provider_id: attributes.provider_id,
        starts_at: attributes.starts_at,
        client_email: `certify-${context.world.uniqueWord()}@example.org`,
        client_name: "Certification",
        client_last_name: "Run",
      };
      return { intent: "book_session", params, ...(actor === undefined ? {} : { actor }) };
    };
    const control = await context.positive("a booking by A2A is an ordinary session", async (check) => {
      const task = expectTask(check, await channel.message(await booking(), "organization"), "completed");
      const id = sessionOfTask(task);
      context.journeys.adoptId(id);
      check.resource(await context.node.call("service.get", { path: { service_id: id } }), 200, "services");
      const { answer, session } = await context.journeys.read(id);
      check.holds("its state over HTTP", ["scheduled", "confirmed"].includes(session.state), {
        expected: "scheduled or confirmed",
        actual: session.state,
        answer,
      });
      check.equal("its first move", { expected: "requested", actual: session.transitions[0]?.to, answer });
      check.equal("findings of the schema", {
        expected: [],
        actual: context.validator.findings("operations/service.get.output", answer.body),
        answer,
      });
      const moved = await channel.message(
        { intent: "manage_session", params: { session_id: id, action: "cancel", reason: "certification run" } },
        "organization",
      );
      expectTask(check, moved, "completed");
      check.equal("its state after a cancellation by A2A", {
        expected: "cancelled",
        actual: (await context.journeys.read(id)).session.state,
        answer: moved.answer,
      });
    });
    await context.negative("a task for the organization, without a credential", control, async (check) => {
      const before = await booking();
      expectRefused(check, await channel.message(before), "UNAUTHORIZED");
      // The slot is still free: the same booking with the credential works.
      const task = expectTask(check, await channel.message(before, "organization"), "completed");
      context.journeys.adoptId(sessionOfTask(task));
    });
    await context.negative("an agent without a mandate", control, async (check) => {
      const id = context.node.partyId("agent");
      await context.world.needs("mandates.issue");
      const reply = await channel.message(await booking({ type: "agent", id }), "agent");
      expectRefused(check, reply, "MANDATE_REQUIRED");
    });
    await context.positive("an agent books under its mandate, with an audit entry for each step", async (check) => {
      await context.world.needs("mandates.issue", "mandates.audit");
      const mandate = await context.agents.issue({ scopes: SCOPES });
      const wish = await booking(context.agents.actorOf(mandate));
      const reply = await channel.message(wish, "agent");
      // A human may have to agree to the confirmation; what was done before stands.
      expectTask(check, reply, "completed", "input-required");
      const trail = await context.agents.trail(mandate);
      for (const action of ["clients.get_or_create", "scheduling.book"]) {
        const entries = trail.filter((entry) => entry.action === action);
        check.equal(`audit entries of ${action}`, { expected: 1, actual: entries.length, answer: reply.answer });
      }
      const id = need(trail.find(({ action }) => action === "scheduling.book")?.resourceId, "the session in the trail");
      context.journeys.adoptId(id);
      check.resource(await context.node.call("service.get", { path: { service_id: id } }), 200, "services");
    });
    await context.negative("an agent whose mandate lacks the scope", control, async (check) => {
      const mandate = await context.agents.issue({ scopes: ["service:read"] });
      const reply = await channel.message(await booking(context.agents.actorOf(mandate)), "agent");
      expectRefused(check, reply, "SCOPE_INSUFFICIENT");
    });

    function expectRefused(check: Check, reply: RpcAnswer, code: string): void {
      const { answer, task } = reply;
      check.holds("the task is done", task?.state !== "completed", {
        expected: "refused",
        actual: task?.state,
        answer,
      });
      const codes = JSON.stringify(reply.problems.length > 0 ? reply.problems : (task?.outcome ?? answer.body));
      check.holds("code of the refusal", codes.includes(`"${code}"`), { expected: code, actual: answer.text, answer });
    }
  },
});
