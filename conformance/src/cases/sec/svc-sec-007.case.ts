import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { expectSource } from "../../refusals.ts";

export default defineCase({
  requirement: "SVC-SEC-007",
  title: "a client is found by mail or telephone, or made",
  async run(context) {
    await context.world.needs("clients.get_or_create");
    const actor = await context.world.actorOf("organization");
    const send = (attributes: Readonly<Record<string, unknown>>, deliberate = false) =>
      context.node.call("clients.get_or_create", { attributes: { actor, ...attributes }, deliberate });
    const person = () => ({
      email: `certify-${context.world.uniqueWord()}@example.org`,
      name: "Certification",
      last_name: "Run",
    });
    const phone = () => `+5690${String(1_000_000 + context.random.below(8_999_999))}${context.random.below(10)}`;

    const control = await context.positive("by mail: made once, then found", async (check) => {
      const wish = person();
      const made = await send(wish);
      check.resource(made, 201, "clients");
      const found = await send(wish);
      check.resource(found, 200, "clients");
      check.equal("id", { expected: pickText(made.body, "data.id"), actual: found.at("data.id"), answer: found });
      const bare = await send({ email: wish.email.toUpperCase() });
      check.resource(bare, 200, "clients");
      check.equal("id without names", { expected: made.at("data.id"), actual: bare.at("data.id"), answer: bare });
      const other = await send({ ...wish, name: "Another", last_name: "Name" });
      check.resource(other, 200, "clients");
      check.equal("the name stays", { expected: wish.name, actual: other.at("data.attributes.name"), answer: other });
      return wish;
    });
    await context.positive("by telephone: made once, then found", async (check) => {
      const wish = { phone: phone(), name: "Certification", last_name: "Run" };
      const made = await send(wish);
      check.resource(made, [200, 201], "clients");
      const found = await send({ phone: wish.phone });
      check.resource(found, 200, "clients");
      check.equal("id", { expected: pickText(made.body, "data.id"), actual: found.at("data.id"), answer: found });
    });
    await context.negative("neither mail nor telephone", control, async (check) => {
      const { name, last_name } = need(control.value);
      check.refused(await send({ name, last_name }, true), "VALIDATION_ERROR");
    });
    for (const member of ["name", "last_name"] as const) {
      await context.negative(`a new client without ${member}`, control, async (check) => {
        const wish = person();
        const answer = await send({ ...wish, [member]: undefined }, true);
        check.refused(answer, "VALIDATION_ERROR");
        expectSource(check, answer, member);
        // Nobody was made: with all members the client is new.
        check.resource(await send(wish), 201, "clients");
      });
    }
  },
});
