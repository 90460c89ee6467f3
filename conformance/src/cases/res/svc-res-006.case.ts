import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { isRecord } from "../../json-path.ts";
import { ResourceBench } from "../../resource-bench.ts";

const BEFORE = {
  type: "box",
  capacity: 2,
  buffer_minutes: 20,
  equipment: ["table", "lamp"],
  location: "Second floor",
  rules: { shoes: "off" },
  timezone: "America/Santiago",
  availability: [{ day_of_week: 1, start_time: "09:00", end_time: "13:00", block_order: 3 }],
};

const CHANGES: Readonly<Record<string, unknown>> = {
  capacity: 3,
  buffer_minutes: 5,
  name: "Another name",
  equipment: ["lamp"],
  location: "Ground floor",
  availability: [{ day_of_week: 2, start_time: "10:00", end_time: "12:00" }],
};

/** Facts of a week that a client can compare: a node adds the owner and the defaults. */
function weekOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((block: unknown) =>
    isRecord(block) ? `${block.day_of_week} ${block.start_time}-${block.end_time} #${block.block_order ?? 0}` : block,
  );
}

export default defineCase({
  requirement: "SVC-RES-006",
  title: "an update changes what it names, and nothing else",
  async run(context) {
    await ResourceBench.use(context, async (bench) => {
      const made = await context.positive("a resource with everything set", async (check) => {
        const id = await bench.create(BEFORE);
        const answer = await bench.get(id);
        for (const [member, expected] of Object.entries(BEFORE)) {
          const actual = answer.at(`data.attributes.${member}`);
          check.equal(member, { expected: weekOf(expected), actual: weekOf(actual), answer });
        }
        return id;
      });
      for (const [member, value] of Object.entries(CHANGES)) {
        await context.positive(`${member} alone`, async (check) => {
          const id = need(made.value);
          const before = need((await bench.get(id)).at("data.attributes"), "the resource") as Record<string, unknown>;
          check.resource(await bench.update(id, { [member]: value }), 200, "resources");
          const answer = await bench.get(id);
          check.equal(member, {
            expected: weekOf(value),
            actual: weekOf(answer.at(`data.attributes.${member}`)),
            answer,
          });
          for (const other of Object.keys(before).filter((name) => name !== member)) {
            check.equal(`${other} stays`, {
              expected: before[other],
              actual: answer.at(`data.attributes.${other}`),
              answer,
            });
          }
        });
      }
    });
  },
});
