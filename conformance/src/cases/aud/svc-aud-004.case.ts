import type { HeldMandate } from "../../agents.ts";
import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { evidenceOfKind } from "../../evidence-kinds.ts";
import { isRecord, pickText } from "../../json-path.ts";

/** What must never be read in a trail (mandates page 7.8); every word is this run's alone. */
interface Secrets {
  readonly name: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly clinical: string;
  readonly reason: string;
  readonly reference: string;
  readonly metadata: string;
  readonly signature: string;
  readonly latitude: number;
  readonly longitude: number;
}

export default defineCase({
  requirement: "SVC-AUD-004",
  title: "sensitive values do not stand in the trail, ids do",
  async run(context) {
    await context.positive("planted secrets in every input that takes some", async (check) => {
      const secrets = plant(context);
      const mandate = await context.agents.issue({
        scopes: ["patient:write", "schedule:write", "service:write", "service:read", "evidence:write", "payment:write"],
        attributes: { metadata: { note: secrets.metadata }, signature: secrets.signature },
      });
      const ids = await act(context, check, { mandate, secrets });
      const trail = await context.agents.trail(mandate);
      const text = JSON.stringify(trail.map(({ attributes }) => attributes));
      const found = Object.entries(secrets).filter(([, secret]) => text.includes(String(secret)));
      check.equal("secrets found in the trail", { expected: [], actual: found.map(([name]) => name) });
      for (const { token, kind } of tokensOf(context))
        check.equal(`the ${kind} token in the trail`, { expected: false, actual: text.includes(token) });
      const inputs = trail.filter(
        ({ action, attributes }) => action?.includes(".") === true && isRecord(attributes.action_input),
      );
      check.holds("entries with an input", inputs.length >= 4, { expected: "at least four", actual: inputs.length });
      for (const [action, id] of ids) {
        const entry = trail.find((one) => one.action === action);
        check.holds(`the id that ${action} named`, JSON.stringify(entry?.attributes ?? {}).includes(id), {
          expected: id,
          actual: entry?.attributes ?? "no entry",
        });
      }
    });
  },
});

/** Calls with secrets in their inputs, refused ones included; answers an id that each action named. */
async function act(
  context: CaseContext,
  check: Check,
  { mandate, secrets }: { mandate: HeldMandate; secrets: Secrets },
): Promise<readonly (readonly [string, string])[]> {
  if (await context.world.declares("clients.get_or_create")) {
    const { name, lastName, email, phone } = secrets;
    const client = await context.agents.call(mandate, "clients.get_or_create", {
      attributes: { name, last_name: lastName, email, phone },
    });
    check.status(client, 200, 201);
  }
  const { attributes } = await context.journeys.bookingAttributes();
  const { actor: _, ...lawful } = attributes;
  const booked = await context.agents.call(mandate, "scheduling.book", { attributes: lawful });
  check.resource(booked, 201, "sessions");
  context.journeys.adopt(booked);
  const id = need(pickText(booked.body, "data.id"), "the booked session");
  const asked = await context.agents.move(mandate, { id }, { to_state: "cancelled", reason: secrets.reason });
  check.refused(asked, "CONFIRMATION_REQUIRED");
  const session = await context.journeys.walkTo("in_progress");
  const clinical = evidenceOfKind("clinical_record", { clientId: session.clientId, atMs: context.world.now() });
  const items = [
    { evidence_type: "notes", data: { text: secrets.clinical } },
    { evidence_type: "gps", data: { latitude: secrets.latitude, longitude: secrets.longitude } },
    ...(clinical === null
      ? []
      : [{ ...clinical, data: { ...(clinical as { data?: object }).data, note: secrets.clinical } }]),
  ];
  for (const item of items) {
    // Whether it is taken is not asked here: what was refused stands in the trail as well.
    await context.agents.call(mandate, "delivery.record_evidence", {
      path: { session_id: session.id },
      attributes: item,
      deliberate: true,
    });
  }
  if (await context.world.declares("payments.record_payment")) {
    const documented = await context.journeys.walkTo("documented");
    const sale = pickText((await context.journeys.charge(documented)).body, "data.id");
    await context.agents.call(mandate, "payments.record_payment", {
      path: { sale_id: need(sale, "a sale") },
      attributes: { amount: 1, method: "transferencia", reference: secrets.reference },
      deliberate: true,
    });
  }
  return [
    ["scheduling.book", String(lawful.client_id)],
    ["lifecycle.transition", id],
    ["delivery.record_evidence", session.id],
  ];
}

function plant(context: CaseContext): Secrets {
  const word = (kind: string) => `planted${kind}${context.world.uniqueWord().replaceAll("-", "")}`;
  const digits = String(context.random.below(9_000_000) + 1_000_000);
  return {
    name: word("name"),
    lastName: word("lastname"),
    email: `${word("mail")}@example.org`.toLowerCase(),
    phone: `+569${digits}7`,
    clinical: word("clinical"),
    reason: word("reason"),
    reference: word("reference"),
    metadata: word("metadata"),
    signature: word("signature"),
    latitude: -(33 + Number(`0.${digits}`)),
    longitude: -(70 + Number(`0.${digits}`)),
  };
}

function tokensOf(context: CaseContext): readonly { kind: string; token: string }[] {
  return Object.entries(context.settings.credentials).map(([kind, { token }]) => ({ kind, token }));
}
