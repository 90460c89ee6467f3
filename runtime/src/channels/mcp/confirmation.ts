import { createHash } from "node:crypto";
import {
  acceptedContent,
  createRequestStateCodec,
  type InputRequiredResult,
  inputRequired,
  type McpServer,
  type RequestStateCodec,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { operations } from "@servicialo/schema/0.8/operations";
import type { ErrorObject } from "@servicialo/schema/0.8/types";
import canonicalize from "canonicalize";
import type { McpCaller } from "./caller.ts";
import type { DoorTool } from "./tools.ts";

/** Seconds that a person may take to answer the question. */
const PATIENCE_SECONDS = 3600;

/** Key of the question within a result that asks for input. */
const QUESTION = "decision";

/** What travels through the client while a person decides: signed, expiring, bound to the caller and the exact call. */
interface AwaitedDecision {
  readonly digest: string;
  readonly confirmationId: string;
  /** The refusal that the question is about. */
  readonly errors: readonly ErrorObject[];
}

/** How a call goes on after the person was asked. */
export type Resumption =
  | { readonly kind: "repeat"; readonly confirmationId: string }
  | { readonly kind: "stop"; readonly errors: readonly ErrorObject[] };

/** Signs the state of awaited decisions for one caller: nobody else can use it, and it expires. */
export function decisionCodec(key: Uint8Array | string, caller: McpCaller): RequestStateCodec<AwaitedDecision> {
  return createRequestStateCodec<AwaitedDecision>({
    key,
    ttlSeconds: PATIENCE_SECONDS,
    bind: () => JSON.stringify([caller.authorization, caller.organization ?? null]),
  });
}

/**
 * Points the person behind the client to the place where they decide, where the client can ask them. What they answer
 * here is no approval, since it comes through the agent's own client: it only says that it is worth repeating the call
 * (channels 2.3). Null when the error asks nobody, or the client cannot ask.
 */
export async function askPerson(
  call: {
    readonly server: McpServer;
    readonly ctx: ServerContext;
    readonly tool: DoorTool;
    readonly input: Readonly<Record<string, unknown>>;
    readonly codec: RequestStateCodec<AwaitedDecision>;
    readonly nodeUrl: string;
  },
  errors: readonly ErrorObject[],
): Promise<InputRequiredResult | null> {
  const [error] = errors;
  const confirmationId = (error?.meta as { confirmation_id?: unknown } | undefined)?.confirmation_id;
  if (error?.code !== "CONFIRMATION_REQUIRED" || typeof confirmationId !== "string") return null;
  if (!canAsk(call.server) || !isObject(call.input["actor"])) return null;
  const state = { digest: digestOf(call.tool, call.input), confirmationId, errors };
  return inputRequired({
    requestState: await call.codec.mint(state, call.ctx),
    inputRequests: {
      [QUESTION]: inputRequired.elicit({
        message: questionOf(call.tool, error, `${call.nodeUrl}/servicialo/v1/confirmation-requests/${confirmationId}`),
        requestedSchema: {
          type: "object",
          properties: {
            decided: {
              type: "boolean",
              title: "The decision was made at that address",
              description: "Answering here approves nothing; it lets the agent try again.",
            },
          },
          required: ["decided"],
        },
      }),
    },
  });
}

/** What became of the question that a repeated call answers; null when it is none, or was about another call. */
export function resumptionOf(
  ctx: ServerContext,
  tool: DoorTool,
  input: Readonly<Record<string, unknown>>,
): Resumption | null {
  const state = ctx.mcpReq.requestState<AwaitedDecision>();
  if (state === undefined || state.digest !== digestOf(tool, input)) return null;
  const answer = acceptedContent<{ decided?: unknown }>(ctx.mcpReq.inputResponses, QUESTION);
  return answer?.decided === true
    ? { kind: "repeat", confirmationId: state.confirmationId }
    : { kind: "stop", errors: state.errors };
}

/** The same input with the confirmation in its actor. */
export function withConfirmation(
  input: Readonly<Record<string, unknown>>,
  confirmationId: string,
): Record<string, unknown> {
  return { ...input, actor: { ...(input["actor"] as object), confirmation_id: confirmationId } };
}

function canAsk(server: McpServer): boolean {
  const elicitation = server.server.getClientCapabilities()?.elicitation;
  // A client that names no mode means forms.
  return elicitation !== undefined && (elicitation.form !== undefined || Object.keys(elicitation).length === 0);
}

function questionOf(tool: DoorTool, error: ErrorObject, address: string): string {
  const { approver, expires_at: until } = (error.meta ?? {}) as {
    approver?: { type?: string; id?: string };
    expires_at?: string;
  };
  return [
    `An agent asks for: ${operations[tool.operationId].title.toLowerCase()} (${tool.operationId}).`,
    `Whether it may is for ${approver?.type ?? "the principal"} ${approver?.id ?? ""} to decide`.trimEnd(),
    `at ${address} (POST ${address}/approve or /reject, with a credential of their own)${until === undefined ? "" : `, until ${until}`}.`,
    "This form is not the approval.",
  ].join(" ");
}

function digestOf(tool: DoorTool, input: Readonly<Record<string, unknown>>): string {
  return createHash("sha256")
    .update(canonicalize([tool.operationId, input]) ?? "")
    .digest("hex");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
