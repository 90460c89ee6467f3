import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { type Block, ResourceBench } from "../../resource-bench.ts";

const MORNING: Block = { day_of_week: 1, start_time: "09:00", end_time: "12:00", block_order: 0 };
const AFTERNOON: Block = { day_of_week: 1, start_time: "14:00", end_time: "18:00", block_order: 1 };
const SAME_ORDER: Block = { ...AFTERNOON, block_order: 0 };

export default defineCase({
  requirement: "SVC-RES-007",
  title: "two blocks of a resource differ in day or order",
  async run(context) {
    await ResourceBench.use(context, async (bench) => {
      const control = await context.positive("two blocks of a day with different orders", async (check) => {
        const answer = await bench.tryCreate({ availability: [MORNING, AFTERNOON] });
        check.resource(answer, 201, "resources");
        const id = need(pickText(answer.body, "data.id"), "the resource");
        check.resource(await bench.update(id, { availability: [MORNING, AFTERNOON] }), 200, "resources");
        return id;
      });
      await context.negative("a new resource with two blocks of one day and order", control, async (check) => {
        const location = context.world.uniqueWord();
        check.refused(await bench.tryCreate({ location, availability: [MORNING, SAME_ORDER] }), "CONFLICT");
        const left = (await bench.list()).filter((one) => one.location === location);
        check.equal("resources that the refused request left", { expected: 0, actual: left.length });
      });
      await context.negative("an update to two blocks of one day and order", control, async (check) => {
        const id = need(control.value);
        const before = (await bench.get(id)).at("data.attributes");
        check.refused(await bench.update(id, { availability: [MORNING, SAME_ORDER] }), "CONFLICT");
        const answer = await bench.get(id);
        check.equal("the resource stays", { expected: before, actual: answer.at("data.attributes"), answer });
      });
      await context.positive("one order on two days", async (check) => {
        const availability = [MORNING, { ...MORNING, day_of_week: 2 }];
        check.resource(await bench.tryCreate({ availability }), 201, "resources");
      });
    });
  },
});
