import { A2aChannel, expectTask, readA2aCard } from "../../a2a-channel.ts";
import { defineCase } from "../../define-case.ts";
import { isRecord, pick, pickList, pickText } from "../../json-path.ts";

/** How to authenticate, in the words of older and of newer readers. */
const AUTHENTICATION = ["authentication", "securitySchemes"];

export default defineCase({
  requirement: "SVC-A2A-001",
  title: "an A2A card leads to a task endpoint that answers",
  negativeOmitted: "a card that is missing or names no endpoint fails the positive checks; there is nothing to refuse",
  async run(context) {
    await context.positive("the card has every member, and is valid", async (check) => {
      const card = await readA2aCard(context);
      if (!check.status(card, 200)) return;
      for (const name of ["name", "description", "url", "version"]) {
        const value = pickText(card.body, name);
        check.holds(name, value !== undefined && value !== "", { expected: "a text", actual: value, answer: card });
      }
      const url = pickText(card.body, "url") ?? "";
      check.holds("url", URL.canParse(url), { expected: "an absolute address", actual: url, answer: card });
      check.holds("capabilities", isRecord(card.at("capabilities")), {
        expected: "an object",
        actual: card.at("capabilities"),
        answer: card,
      });
      const skills = pickList(card.body, "skills");
      const named = skills.length > 0 && skills.every((skill) => pickText(skill, "id") !== undefined);
      check.holds("skills", named, {
        expected: "at least one, each with an id",
        actual: card.at("skills"),
        answer: card,
      });
      const how = AUTHENTICATION.map((name) => pick(card.body, name)).filter(
        (one) => one !== undefined && one !== null,
      );
      check.holds("authentication", how.length > 0, {
        expected: AUTHENTICATION.join(" or "),
        actual: "none",
        answer: card,
      });
      check.equal("findings of the schema", {
        expected: [],
        actual: context.validator.findings("operations/a2a.get_agent_card.output", card.body),
        answer: card,
      });
    });
    await context.positive("the endpoint answers a task", async (check) => {
      const channel = await A2aChannel.find(context, "FAIL");
      const reply = await channel.message({ intent: "list_services" });
      check.equal("jsonrpc", { expected: "2.0", actual: reply.answer.at("jsonrpc"), answer: reply.answer });
      check.equal("id", { expected: 1, actual: reply.id, answer: reply.answer });
      expectTask(check, reply, "completed", "working", "submitted");
    });
  },
});
