import { allOperations, type OperationEntry, type OperationId } from "../../artefacts.ts";
import type { CaseContext } from "../../case-context.ts";
import { unknownId } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";

/** Ids that the node gave out, by path parameter; a parameter without one is filled with an unknown id. */
interface Known {
  readonly path: Readonly<Record<string, string>>;
}

async function learn(context: CaseContext): Promise<Known> {
  const session = await context.journeys.book();
  const { slug, country } = await context.world.organization();
  return {
    path: { session_id: session.id, service_id: session.offer.serviceId, org_slug: slug, country: country ?? "cl" },
  };
}

/** Calls an operation with nothing in its body: reads answer, commands say what they lack, and nothing is changed. */
async function probe(
  context: CaseContext,
  check: Check,
  { operation, known }: { operation: OperationEntry; known: Known },
): Promise<void> {
  const names = [...operation.path.matchAll(/[:{]([a-z_]+)\}?/g)].map((match) => match[1] as string);
  const path = Object.fromEntries(names.map((name) => [name, known.path[name] ?? unknownId(context)]));
  // A resolver knows whoever has registered, which need not be the organization under test.
  const isRegistration = operation.path.startsWith("/resolve/") && names.includes("org_slug");
  const isFilled = !isRegistration && names.every((name) => known.path[name] !== undefined);
  const isPublic = ["resolver", "discovery", "infrastructure"].includes(operation.tier);
  const answer = await context.node.call(operation.id as OperationId, {
    path,
    deliberate: true,
    ...(isPublic ? {} : { as: "organization" as const }),
  });
  const served =
    answer.status !== 0 && answer.status < 500 && answer.status !== 405 && (answer.status !== 404 || !isFilled);
  const understood = answer.ok ? answer.body !== undefined : answer.errorCodes.length > 0;
  check.holds(`${operation.id} is served`, served && understood, {
    expected: "an answer or a refusal of its own, not 404, 405 or 5xx",
    actual: answer.describe(),
    answer,
  });
}

export default defineCase({
  requirement: "SVC-DISC-005",
  title: "what the capabilities document declares is served",
  async run(context) {
    const capabilities = await context.world.capabilities();
    if (capabilities === null) {
      if ((await context.world.manifest()) === null)
        context.notVerified("there is neither a capabilities document nor a manifest");
      context.notApplicable(
        "the node serves no capabilities document, so it declares nothing beyond the required operations",
      );
    }
    await context.positive("every declared operation answers", async (check) => {
      const known = await learn(context);
      const declared = allOperations().filter((one) => capabilities?.declared.has(one.id));
      check.holds("declared operations of the published table", declared.length > 0, {
        expected: "at least one",
        actual: declared.length,
      });
      for (const operation of declared) await probe(context, check, { operation, known });
    });
    await context.positive("every declared name is published, or an extension", async (check) => {
      const known = new Set(allOperations().map((one) => one.id));
      const unknown = [...(capabilities?.declared ?? [])].filter((name) => !known.has(name) && !/^x[-.]/.test(name));
      check.equal("unknown operations", { expected: [], actual: unknown });
    });
  },
});
