import { defineCase } from "../../define-case.ts";

const BOUNDARY = "certification-7d1a";

interface Part {
  readonly name: string;
  readonly type: string;
  readonly content: string;
  readonly file?: string;
}

function multipart(parts: readonly Part[]): string {
  const written = parts.map(({ name, type, content, file }) => {
    const filename = file === undefined ? "" : `; filename="${file}"`;
    return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${filename}\r\nContent-Type: ${type}\r\n\r\n${content}\r\n`;
  });
  return `${written.join("")}--${BOUNDARY}--\r\n`;
}

export default defineCase({
  requirement: "SVC-EVID-010",
  title: "binary evidence comes as multipart with its JSON in a part named meta",
  async run(context) {
    const session = await context.journeys.walkTo("in_progress");
    const actor = await context.world.actorOf("provider");
    const attributes = {
      evidence_type: "photo",
      data: { uri: "cid:file", label: "certification" },
      actor,
    };
    const meta: Part = {
      name: "meta",
      type: "application/json",
      content: JSON.stringify({ data: { type: "evidence", attributes } }),
    };
    const file: Part = {
      name: "file",
      type: "image/svg+xml",
      file: "dot.svg",
      content: "<svg xmlns='http://www.w3.org/2000/svg'/>",
    };
    const send = (parts: readonly Part[]) =>
      context.node.raw({
        method: "POST",
        target: `/sessions/${encodeURIComponent(session.id)}/evidence`,
        as: "provider",
        contentType: `multipart/form-data; boundary=${BOUNDARY}`,
        rawBody: multipart(parts),
      });
    const control = await context.positive("meta and file", async (check) => {
      const answer = await send([meta, file]);
      // Where it is not declared the media type is refused (errors page E-02).
      if (answer.status === 415 || answer.status === 501) check.notApplicable("the node takes no multipart evidence");
      check.resource(answer, 201, "sessions");
      const { answer: reading, session: read } = await context.journeys.read(session.id);
      check.equal("items on record", { expected: 1, actual: read.evidence.length, answer: reading });
    });
    await context.negative("without the part meta", control, async (check) => {
      check.refused(await send([file]), "VALIDATION_ERROR", "MALFORMED_REQUEST");
      const { answer, session: read } = await context.journeys.read(session.id);
      check.equal("items on record", { expected: 1, actual: read.evidence.length, answer });
    });
  },
});
