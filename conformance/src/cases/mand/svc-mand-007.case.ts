import { expectRefusedBy } from "../../agent-steps.ts";
import { allOperations, allScopes } from "../../artefacts.ts";
import type { CaseContext } from "../../case-context.ts";
import { defineCase } from "../../define-case.ts";
import { type ScopedOperation, sampleCalls } from "../../sample-calls.ts";

interface Pair {
  readonly resource: string;
  readonly reading: { readonly scope: string; readonly operation: ScopedOperation };
  readonly writing: { readonly scope: string };
}

export default defineCase({
  requirement: "SVC-MAND-007",
  title: "no scope implies another one",
  async run(context) {
    const samples = await sampleCalls(context);
    const read = async (scope: string, operation: ScopedOperation) =>
      context.agents.call(await context.agents.issue({ scopes: [scope] }), operation, await samples[operation]());
    for (const { resource, reading, writing } of await pairs(context)) {
      const control = await context.positive(`${reading.operation} with ${reading.scope}`, async (check) => {
        check.status(await read(reading.scope, reading.operation), 200);
      });
      await context.negative(
        `${reading.operation} with ${writing.scope}: writing ${resource} is not reading it`,
        control,
        async (check) => {
          const answer = await read(writing.scope, reading.operation);
          expectRefusedBy(context, check, answer, { code: "SCOPE_INSUFFICIENT", by: 5 });
        },
      );
    }
    const control = await context.positive("lifecycle.transition with service:write", async (check) => {
      const mandate = await context.agents.issue({ scopes: ["service:write"] });
      const session = await context.journeys.book();
      check.status(await context.agents.move(mandate, session, { to_state: "scheduled" }), 200);
    });
    await context.negative(
      "lifecycle.transition with service:read, and with all that reads",
      control,
      async (check) => {
        const session = await context.journeys.book();
        const reading = allScopes()
          .map(({ name }) => name)
          .filter((name) => name.endsWith(":read"));
        for (const scopes of [["service:read"], reading]) {
          const mandate = await context.agents.issue({ scopes });
          const answer = await context.agents.move(mandate, session, { to_state: "scheduled" });
          expectRefusedBy(context, check, answer, { code: "SCOPE_INSUFFICIENT", by: 5 });
        }
        const { answer, session: after } = await context.journeys.read(session.id);
        check.equal("state of the session", { expected: "requested", actual: after.state, answer });
      },
    );
  },
});

/** Every resource that one scope reads and another one writes, with a declared operation that reads it. */
async function pairs(context: CaseContext): Promise<readonly Pair[]> {
  const scopes = allScopes();
  const found: Pair[] = [];
  for (const { name, operations } of scopes.filter((scope) => scope.name.endsWith(":read"))) {
    const resource = name.slice(0, -":read".length);
    const writing = scopes.find((scope) => scope.name === `${resource}:write` || scope.name === `${resource}:admin`);
    for (const id of operations as readonly ScopedOperation[]) {
      // An operation that several scopes open proves nothing about one of them.
      const open = allOperations().find((operation) => operation.id === id)?.scopes ?? [];
      if (writing === undefined || open.length !== 1 || !(await context.world.declares(id))) continue;
      found.push({ resource, reading: { scope: name, operation: id }, writing: { scope: writing.name } });
      break;
    }
  }
  return found;
}
