import { need, without } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { expectInvalid } from "../../refusals.ts";
import { ResourceBench } from "../../resource-bench.ts";

const DEFAULTS = { type: "room", capacity: 1, buffer_minutes: 0, is_active: true };

export default defineCase({
  requirement: "SVC-RES-001",
  title: "a resource is made from a name, with the published defaults",
  async run(context) {
    await ResourceBench.use(context, async (bench) => {
      const place = context.world.uniqueWord();
      const control = await context.positive("a name only", async (check) => {
        const made = await bench.tryCreate({ availability: undefined, name: `Room ${place}`, location: place });
        check.resource(made, 201, "resources");
        const id = need(pickText(made.body, "data.id"), "the resource");
        const read = await bench.get(id);
        check.resource(read, 200, "resources");
        for (const answer of [made, read]) {
          check.equal("id", { expected: id, actual: answer.at("data.attributes.id"), answer });
          check.equal("name", { expected: `Room ${place}`, actual: answer.at("data.attributes.name"), answer });
          check.holds("organization_id", (pickText(answer.body, "data.attributes.organization_id") ?? "") !== "", {
            expected: "the organization",
            actual: answer.at("data.attributes.organization_id"),
            answer,
          });
          for (const [member, expected] of Object.entries(DEFAULTS)) {
            check.equal(`default of ${member}`, { expected, actual: answer.at(`data.attributes.${member}`), answer });
          }
          const findings = context.validator.findings("resource", answer.at("data.attributes"));
          check.equal("breaks of the Resource schema", { expected: [], actual: findings, answer });
        }
      });
      await context.negative("no name", control, async (check) => {
        const location = context.world.uniqueWord();
        const attributes = {
          organization_id: await context.world.organizationId(),
          location,
          actor: await context.world.actorOf("organization"),
        };
        const answer = await context.node.call("resource.create", without({ ...attributes, name: "x" }, "name"));
        expectInvalid(check, answer, "name");
        const left = (await bench.list()).filter((one) => one.location === location);
        check.equal("resources that the refused request left", { expected: 0, actual: left.length, answer });
      });
    });
  },
});
