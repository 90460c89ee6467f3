import { expectNotIssued } from "../../agent-steps.ts";
import type { Answer } from "../../answer.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { isRecord, pickList } from "../../json-path.ts";

const CONSTRAINTS = {
  max_actions_per_day: 40,
  allowed_hours: { start: "08:00", end: "20:00", timezone: "America/Santiago" },
  ip_allowlist: ["203.0.113.0/24", "2001:db8::/32"],
  service_types: ["one-type"],
};

/** Forms that mean nothing (mandates page 3). */
const MALFORMED: readonly (readonly [string, string, unknown])[] = [
  ["no scopes", "/data/attributes/scopes", { scopes: [] }],
  ["no service types", "/data/attributes/constraints/service_types", { constraints: { service_types: [] } }],
  ["no addresses", "/data/attributes/constraints/ip_allowlist", { constraints: { ip_allowlist: [] } }],
  ["no action a day", "/data/attributes/constraints/max_actions_per_day", { constraints: { max_actions_per_day: 0 } }],
  [
    "an hour that no day has",
    "/data/attributes/constraints/allowed_hours",
    { constraints: { allowed_hours: { start: "25:00", end: "26:00", timezone: "UTC" } } },
  ],
  [
    "a threshold below nothing",
    "/data/attributes/constraints/require_confirmation_above",
    { constraints: { require_confirmation_above: { amount: -1, currency: "CLP" } } },
  ],
  ["a context without a kind", "/data/attributes/context", { context: "everywhere" }],
];

export default defineCase({
  requirement: "SVC-MAND-024",
  title: "mandates fit their schema, with a signature or without one",
  async run(context) {
    const expectFits = (check: Check, document: unknown, answer: Answer) =>
      check.equal("findings against the schema mandate", {
        expected: [],
        actual: context.validator.findings("mandate", document),
        answer,
      });
    const control = await context.positive(
      "a mandate without a signature, as issued, read and listed",
      async (check) => {
        const { answer, mandate } = await context.agents.tryIssue({ constraints: CONSTRAINTS });
        check.resource(answer, 201, "mandates");
        const held = need(mandate, "the issued mandate");
        const wish = await context.agents.wishOf();
        const read = await context.agents.get(held);
        const list = await context.node.call("mandates.list", { query: { per_page: 100 } });
        check.collection(list, "mandates");
        const listed = pickList(list.body, "data").find((item) => isRecord(item) && item.id === held.id);
        for (const [document, source] of [
          [answer.at("data.attributes"), answer],
          [read.at("data.attributes"), read],
          [isRecord(listed) ? listed.attributes : undefined, list],
        ] as const) {
          expectFits(check, document, source);
          const { signature, agent_id, principal_id, scopes, constraints, status } = isRecord(document) ? document : {};
          check.equal("members as they were given", {
            expected: [undefined, wish.agent_id, wish.principal_id, wish.scopes, CONSTRAINTS, "active"].map(String),
            actual: [signature, agent_id, principal_id, scopes, constraints, status].map(String),
            answer: source,
          });
          check.equal("constraints", { expected: CONSTRAINTS, actual: constraints, answer: source });
        }
      },
    );
    await context.positive("a signature and metadata are stored and returned", async (check) => {
      const signature = `certification ${context.world.uniqueWord()}`;
      const metadata = { purpose: context.world.uniqueWord(), nested: { kept: [1, "two", null] } };
      const { answer, mandate } = await context.agents.tryIssue({ attributes: { signature, metadata } });
      check.resource(answer, 201, "mandates");
      const read = await context.agents.get(need(mandate, "the issued mandate"));
      for (const source of [answer, read]) {
        const document = source.at("data.attributes");
        expectFits(check, document, source);
        check.equal("signature", {
          expected: signature,
          actual: source.at("data.attributes.signature"),
          answer: source,
        });
        const { purpose, nested } = source.at("data.attributes.metadata") as Record<string, unknown>;
        check.equal("metadata", { expected: metadata, actual: { purpose, nested }, answer: source });
      }
    });
    for (const [name, pointer, attributes] of MALFORMED) {
      await context.negative(name, control, async (check) => {
        const tried = await context.agents.tryIssue({
          attributes: attributes as Record<string, unknown>,
          options: { deliberate: true },
        });
        await expectNotIssued(context, check, tried, pointer);
      });
    }
  },
});
