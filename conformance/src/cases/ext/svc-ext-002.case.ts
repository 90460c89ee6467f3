import { defineCase } from "../../define-case.ts";
import { isRecord } from "../../json-path.ts";

const PREFIXED = /^x-[a-z0-9-]+[:_]/;

export default defineCase({
  requirement: "SVC-EXT-002",
  title: "members that a node adds are prefixed x-{domain}:",
  async run(context) {
    const members = (name: string) => {
      const known = context.validator.membersOf(name);
      if (known === null) throw new Error(`no published JSON Schema is named ${name}`);
      return known;
    };
    await context.positive("members of a session and of an offer", async (check) => {
      const { owned, answer } = await context.journeys.exemplar();
      const offer = await context.node.call("service.get", { path: { service_id: owned.offer.serviceId } });
      // A session may repeat some members flat (objects 6); its document is a Service with these.
      const documents = [
        { schema: "service", document: answer, known: new Set([...members("service"), ...members("session")]) },
        { schema: "service-offer", document: offer, known: members("service-offer") },
      ];
      for (const { schema, document, known } of documents) {
        const attributes = document.at("data.attributes");
        check.holds(`attributes of ${schema}`, isRecord(attributes), {
          expected: "an object",
          actual: attributes,
          answer: document,
        });
        const added = Object.keys(isRecord(attributes) ? attributes : {}).filter(
          (name) => !known.has(name) && !PREFIXED.test(name),
        );
        check.equal(`unprefixed members added to ${schema}`, { expected: [], actual: added, answer: document });
      }
    });
  },
});
