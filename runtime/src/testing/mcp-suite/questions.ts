import {
  acceptedContent,
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type InputRequest,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  type McpServer,
  type RequestStateCodec,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { TEXT, takes } from "./takes.ts";

/*
 * What the conformance suite looks for in a server that asks: people (elicitation), models (sampling), the client itself
 * (roots). Written once for both revisions: older clients are asked by the SDK in their session.
 */

/** Signs what travels through the client. */
export type StateCodec = RequestStateCodec<{ readonly step: number }>;

type Answer = CallToolResult | InputRequiredResult;
type Fields = Parameters<typeof inputRequired.elicit>[0]["requestedSchema"];

const said = (say: string): CallToolResult => ({ content: [{ type: "text", text: say }] });

const fields = (properties: Readonly<Record<string, object>>): Fields =>
  ({ type: "object", properties, required: Object.keys(properties) }) as Fields;

const person = (message: string, properties: Readonly<Record<string, object>>): InputRequest =>
  inputRequired.elicit({ message, requestedSchema: fields(properties) });

const model = (prompt: string, maxTokens: number): InputRequest =>
  inputRequired.createMessage({ messages: [{ role: "user", content: { type: "text", text: prompt } }], maxTokens });

/** Asks all of these at once until each of them is answered; then says what was answered. */
function ask(
  { mcpReq }: ServerContext,
  inputRequests: Readonly<Record<string, InputRequest>>,
  requestState?: string,
): Answer {
  const answers = Object.keys(inputRequests).map((key) => inputResponse(mcpReq.inputResponses, key));
  const open = answers.some(({ kind }) => kind === "missing");
  if (open)
    return inputRequired({ inputRequests: { ...inputRequests }, ...(requestState !== undefined && { requestState }) });
  return said(`Answered: ${JSON.stringify(answers)}`);
}

const NAME = { name: { type: "string" } };

/** Every kind of field with a value to begin with. */
const DEFAULTS = {
  name: { type: "string", default: "John Doe" },
  age: { type: "integer", default: 30 },
  score: { type: "number", default: 95.5 },
  status: { type: "string", enum: ["active", "inactive", "pending"], default: "active" },
  verified: { type: "boolean", default: true },
};

const options = (word: string) => [1, 2, 3].map((nth) => ({ const: `value${nth}`, title: `${word} ${nth}` }));

/** Every way to choose. */
const CHOICES = {
  untitledSingle: { type: "string", enum: ["option1", "option2", "option3"] },
  titledSingle: { type: "string", oneOf: options("Option") },
  legacyEnum: { type: "string", enum: ["opt1", "opt2", "opt3"], enumNames: ["Option 1", "Option 2", "Option 3"] },
  untitledMulti: { type: "array", items: { type: "string", enum: ["option1", "option2", "option3"] } },
  titledMulti: { type: "array", items: { anyOf: options("Choice") } },
};

/** Adds everything that asks somebody. */
export function addQuestions(server: McpServer, codec: StateCodec): void {
  const tool = (
    name: string,
    handle: (ctx: ServerContext, input: Record<string, unknown>) => Answer | Promise<Answer>,
  ) =>
    void server.registerTool(name, { description: `Asks, as ${name}.`, inputSchema: takes({}) }, (input, ctx) =>
      handle(ctx, input),
    );
  addAsksOfOlderClients(server);
  tool("test_elicitation_sep1034_defaults", (ctx) => ask(ctx, { form: person("Check these.", DEFAULTS) }));
  tool("test_elicitation_sep1330_enums", (ctx) => ask(ctx, { form: person("Choose.", CHOICES) }));
  tool("test_streaming_elicitation", (ctx) => ask(ctx, { form: person("Who is there?", NAME) }));
  // The SDK refuses to ask a client for what it did not declare.
  tool("test_missing_capability", (ctx) => ask(ctx, { answer: model("Anything.", 10) }));
  const result = (name: string) => `test_input_required_result_${name}`;
  tool(result("elicitation"), (ctx) => {
    const name = acceptedContent<{ name?: string }>(ctx.mcpReq.inputResponses, "user_name")?.name;
    return typeof name === "string" ? said(`Hello, ${name}!`) : ask(ctx, { user_name: person("Your name?", NAME) });
  });
  const capital = () => ({ capital_question: model("Which city is the capital of Chile?", 100) });
  tool(result("sampling"), (ctx) => ask(ctx, capital()));
  tool(result("list_roots"), (ctx) => ask(ctx, { client_roots: inputRequired.listRoots() }));
  const confirmed = async (ctx: ServerContext) => {
    const answer = ask(
      ctx,
      { confirm: person("Sure?", { ok: { type: "boolean" } }) },
      await codec.mint({ step: 1 }, ctx),
    );
    return "resultType" in answer || stepOf(ctx) !== 1 ? answer : said("state-ok");
  };
  tool(result("request_state"), confirmed);
  tool(result("tampered_state"), confirmed);
  tool(result("multiple_inputs"), async (ctx) =>
    ask(
      ctx,
      {
        user_name: person("Your name?", NAME),
        greeting: model("Greet somebody.", 50),
        client_roots: inputRequired.listRoots(),
      },
      await codec.mint({ step: 1 }, ctx),
    ),
  );
  tool(result("multi_round"), async (ctx) => {
    const step = stepOf(ctx);
    if (step === undefined) {
      const inputRequests = { step1: person("Your name?", NAME) };
      return inputRequired({ inputRequests, requestState: await codec.mint({ step: 1 }, ctx) });
    }
    const color = { step2: person("Your colour?", { color: { type: "string" } }) };
    return ask(ctx, color, await codec.mint({ step: step + 1 }, ctx));
  });
  tool(result("capabilities"), (ctx) => {
    const { elicitation, sampling } = capabilitiesOf(ctx);
    const inputRequests = { ...(elicitation && { user_name: person("Your name?", NAME) }), ...(sampling && capital()) };
    return Object.keys(inputRequests).length > 0 ? ask(ctx, inputRequests) : said("There is nobody to ask.");
  });
  server.registerPrompt(result("prompt"), { description: "A prompt that asks." }, (ctx) => {
    const given = acceptedContent<{ context?: string }>(ctx.mcpReq.inputResponses, "user_context");
    if (given) return { messages: [{ role: "user", content: { type: "text", text: `In ${given.context}.` } }] };
    return inputRequired({ inputRequests: { user_context: person("Where?", { context: { type: "string" } }) } });
  });
}

/** What the suite asks through older clients only, with words of its own. */
function addAsksOfOlderClients(server: McpServer): void {
  server.registerTool(
    "test_sampling",
    { description: "Asks the client's model.", inputSchema: takes({ prompt: TEXT }) },
    ({ prompt }, ctx) => ask(ctx, { answer: model(String(prompt), 100) }),
  );
  server.registerTool(
    "test_elicitation",
    { description: "Asks the person behind the client.", inputSchema: takes({ message: TEXT }) },
    ({ message }, ctx) =>
      ask(ctx, { answer: person(String(message), { username: { type: "string" }, email: { type: "string" } }) }),
  );
}

function stepOf({ mcpReq }: ServerContext): number | undefined {
  return mcpReq.requestState<{ step: number }>()?.step;
}

/** What a client of the newest revision declares with each request. */
function capabilitiesOf({ mcpReq }: ServerContext): ClientCapabilities {
  const envelope = mcpReq.envelope as Readonly<Record<string, unknown>> | undefined;
  return (envelope?.[CLIENT_CAPABILITIES_META_KEY] ?? {}) as ClientCapabilities;
}
