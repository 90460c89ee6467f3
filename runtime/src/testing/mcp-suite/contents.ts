import { type ContentBlock, type McpServer, ResourceTemplate } from "@modelcontextprotocol/server";
import { TEXT, takes } from "./takes.ts";

/*
 * What the MCP project's conformance suite looks for in a server: things with fixed names that answer content of every
 * kind. The names are the suite's.
 */

/** One red pixel. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC";

/** A sound without samples: the 44 bytes of a WAV header. */
const SILENCE = Buffer.concat([
  Buffer.from("RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00", "latin1"),
  Buffer.from("\x40\x1f\x00\x00\x80\x3e\x00\x00\x02\x00\x10\x00data\x00\x00\x00\x00", "latin1"),
]).toString("base64");

const text = (say: string): ContentBlock => ({ type: "text", text: say });
const image: ContentBlock = { type: "image", data: PIXEL, mimeType: "image/png" };
const embedded = (uri: string, mimeType: string, say: string): ContentBlock => ({
  type: "resource",
  resource: { uri, mimeType, text: say },
});

/** Tools without input, and what each answers. */
const CONTENTS: Readonly<Record<string, readonly ContentBlock[]>> = {
  test_simple_text: [text("Plain text.")],
  test_image_content: [image],
  test_audio_content: [{ type: "audio", data: SILENCE, mimeType: "audio/wav" }],
  test_embedded_resource: [embedded("test://embedded-resource", "text/plain", "Text of a resource.")],
  test_multiple_content_types: [
    text("Three kinds of content."),
    image,
    embedded("test://mixed-content-resource", "application/json", '{"kinds":3}'),
  ],
};

/** Adds everything that answers without asking anybody. */
export function addContents(server: McpServer): void {
  addTools(server);
  addResources(server);
  addPrompts(server);
}

function addTools(server: McpServer): void {
  for (const [name, content] of Object.entries(CONTENTS)) {
    server.registerTool(name, { description: `Answers the content of ${name}.`, inputSchema: takes({}) }, () => ({
      content: [...content],
    }));
  }
  server.registerTool("test_error_handling", { description: "Always fails.", inputSchema: takes({}) }, () => {
    throw new Error("This tool fails on purpose.");
  });
  for (const name of ["test_tool_with_logging", "test_logging_tool"]) {
    server.registerTool(name, { description: "Logs in three steps.", inputSchema: takes({}) }, async (_input, ctx) => {
      for (const step of ["started", "under way", "done"]) await ctx.mcpReq.log("info", `The tool is ${step}.`);
      return { content: [text("Logged.")] };
    });
  }
  const progress = { description: "Tells its progress in three steps.", inputSchema: takes({}) };
  server.registerTool("test_tool_with_progress", progress, async (_input, { mcpReq }) => {
    const progressToken = mcpReq._meta?.progressToken;
    for (const done of progressToken === undefined ? [] : [0, 50, 100]) {
      await mcpReq.notify({ method: "notifications/progress", params: { progressToken, progress: done, total: 100 } });
    }
    return { content: [text("Arrived.")] };
  });
}

function addResources(server: McpServer): void {
  const told = { description: "Of the conformance suite." };
  const plain = (name: string, say: string) => {
    const uri = `test://${name}`;
    server.registerResource(name, uri, { ...told, mimeType: "text/plain" }, () => ({
      contents: [{ uri, mimeType: "text/plain", text: say }],
    }));
  };
  plain("static-text", "Text that stays.");
  plain("watched-resource", "Text that could change.");
  const uri = "test://static-binary";
  server.registerResource("static-binary", uri, { ...told, mimeType: "image/png" }, () => ({
    contents: [{ uri, mimeType: "image/png", blob: PIXEL }],
  }));
  server.registerResource(
    "template",
    new ResourceTemplate("test://template/{id}/data", { list: undefined }),
    { ...told, mimeType: "application/json" },
    ({ href }, { id }) => ({
      contents: [{ uri: href, mimeType: "application/json", text: JSON.stringify({ id, data: `Data of ${id}` }) }],
    }),
  );
}

function addPrompts(server: McpServer): void {
  const say = (...blocks: readonly ContentBlock[]) => ({
    messages: blocks.map((content) => ({ role: "user" as const, content })),
  });
  server.registerPrompt("test_simple_prompt", { description: "One sentence." }, () => say(text("A prompt.")));
  server.registerPrompt(
    "test_prompt_with_arguments",
    { description: "A sentence with two facts.", argsSchema: takes({ arg1: TEXT, arg2: TEXT }) },
    ({ arg1, arg2 }) => say(text(`A prompt with ${arg1} and ${arg2}.`)),
  );
  server.registerPrompt(
    "test_prompt_with_embedded_resource",
    { description: "A resource and a sentence.", argsSchema: takes({ resourceUri: TEXT }) },
    ({ resourceUri }) => say(embedded(String(resourceUri), "text/plain", "Text."), text("Read that.")),
  );
  server.registerPrompt("test_prompt_with_image", { description: "A picture and a sentence." }, () =>
    say(image, text("Look at that.")),
  );
}
