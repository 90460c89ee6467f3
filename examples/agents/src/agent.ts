import type { OperationAnswers } from "@servicialo/schema/0.8/client";
import type { OperationInputs } from "@servicialo/schema/0.8/handlers";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import type { AuditResult, ErrorObject } from "@servicialo/schema/0.8/types";
import { expectEqual, Mismatch } from "./expect.ts";
import type { Journal } from "./journal.ts";
import type { McpConnection, ToolAnswer } from "./mcp-connection.ts";
import type { Narrator } from "./narrator.ts";

/** A mandate under the name that the story gives it. */
export interface HeldMandate {
  readonly id: string;
  /** For the reader, e.g. `patient-1`. */
  readonly name: string;
  readonly scopes: readonly string[];
}

/** How a call is made. */
export interface CallWish {
  /** Absent: a public operation. */
  readonly under?: HeldMandate;
  /** Request that a person has decided. */
  readonly confirmation?: string;
  readonly idempotencyKey?: string;
  /** For the reader: why it is allowed, or what it is good for. */
  readonly note?: string;
}

/** What the story expects of a refusal. */
export interface ExpectedRefusal {
  readonly code: string;
  /** Which of the eight checks refuses. */
  readonly check?: number;
  /** How the trail keeps it, where the code alone does not say. */
  readonly keptAs?: AuditResult;
}

type Input<Id extends OperationId> = Omit<OperationInputs[Id], "actor">;

/** What the answer of an operation carries. */
type BodyOf<Id extends OperationId> = Extract<OperationAnswers[Id], { refused: false }>["body"];

/** A refusal, with what the model is told to do about it. */
export interface Refused {
  readonly error: ErrorObject;
  /** `meta` of the error. */
  readonly meta: Readonly<Record<string, unknown>>;
  readonly mend: string;
}

const CHECKS = [
  "before",
  "existence",
  "status",
  "time",
  "agent",
  "scope",
  "context",
  "conflict of interest",
  "constraints",
] as const;

/** An agent: an MCP client with a credential of its own, which says at every call under which mandate it acts. */
export class Agent {
  readonly id: string;
  readonly name: string;
  readonly connection: McpConnection;
  readonly #journal: Journal;
  readonly #narrator: Narrator;
  readonly #mendsTold = new Set<string>();
  /** Calls so far, and how many of them were refused. */
  readonly count = { done: 0, refused: 0 };

  constructor(
    who: { readonly id: string; readonly name: string; readonly connection: McpConnection },
    record: { readonly journal: Journal; readonly narrator: Narrator },
  ) {
    this.id = who.id;
    this.name = who.name;
    this.connection = who.connection;
    this.#journal = record.journal;
    this.#narrator = record.narrator;
  }

  /** Does something that it may do. @throws {Mismatch} when it is refused */
  async does<Id extends OperationId>(operation: Id, input: Input<Id>, wish: CallWish = {}): Promise<BodyOf<Id>> {
    const answer = await this.#call(operation, input, wish);
    if (!answer.done) {
      const [error] = answer.errors;
      throw new Mismatch(`${this.name}, ${operation}: refused with ${error?.code}: ${error?.detail ?? ""}`);
    }
    expectEqual(`${operation} is no replay`, answer.replayed, false);
    this.count.done += 1;
    this.#keep(operation, wish, { result: "success", code: null });
    const because = reasonFor(operation, wish);
    this.#narrator.tell(this.name, spoken(operation, wish), `done${because === "" ? "" : `: ${because}`}`);
    return answer.body as BodyOf<Id>;
  }

  /** Sends a call again that was done, under the key it was done with. @throws {Mismatch} unless it is the first answer */
  async repeats<Id extends OperationId>(
    operation: Id,
    input: Input<Id>,
    wish: CallWish & { readonly idempotencyKey: string },
  ): Promise<BodyOf<Id>> {
    const answer = await this.#call(operation, input, wish);
    expectEqual(`${operation} under the same key`, answer.done && answer.replayed, true);
    this.#narrator.tell(this.name, `${spoken(operation, wish)} again`, "the first answer: nothing is done twice");
    return (answer as { body: unknown }).body as BodyOf<Id>;
  }

  /** Tries something that it may not do, or not without a human. @throws {Mismatch} unless it is refused as expected */
  async isRefused<Id extends OperationId>(
    operation: Id,
    input: Input<Id>,
    wish: CallWish,
    expected: ExpectedRefusal,
  ): Promise<Refused> {
    const answer = await this.#call(operation, input, wish);
    if (answer.done) throw new Mismatch(`${this.name}, ${operation}: done, where ${expected.code} was to be expected`);
    const [error] = answer.errors;
    if (error === undefined) throw new Mismatch(`${operation}: refused without an error`);
    const meta = (error.meta ?? {}) as Readonly<Record<string, unknown>>;
    expectEqual(`${this.name}, ${operation}: code`, error.code, expected.code);
    if (expected.check !== undefined) expectEqual(`${operation}: check`, meta["check"], expected.check);
    this.count.refused += 1;
    this.#keep(operation, wish, { result: expected.keptAs ?? resultOf(error), code: error.code });
    const check = typeof meta["check"] === "number" ? ` by check ${meta["check"]}, ${CHECKS[meta["check"]]}` : "";
    const verb = error.code === "CONFIRMATION_REQUIRED" ? "stopped" : "refused";
    this.#narrator.tell(
      this.name,
      spoken(operation, wish),
      `${verb}, ${error.code}${check}${error.detail === undefined ? "" : `: ${error.detail}`}`,
      ...this.#mendOnce(error.code, answer.mend),
    );
    return { error, meta, mend: answer.mend };
  }

  /** A mend is told once; the next of its kind says the same of other ids. */
  #mendOnce(code: string, mend: string): readonly string[] {
    if (this.#mendsTold.has(code)) return [];
    this.#mendsTold.add(code);
    return [`mend: ${mend}`];
  }

  /** Says something to the reader. */
  says(text: string): void {
    this.#narrator.tell(this.name, text);
  }

  #call(operation: OperationId, input: object, wish: CallWish): Promise<ToolAnswer> {
    const { tool } = operations[operation];
    if (tool === null) throw new Error(`${operation} is no tool.`);
    const actor = wish.under && {
      type: "agent",
      id: this.id,
      mandate_id: wish.under.id,
      ...(wish.confirmation !== undefined && { confirmation_id: wish.confirmation }),
    };
    return this.connection.call(tool, { ...input, ...(actor && { actor }) }, wish.idempotencyKey);
  }

  #keep(
    action: OperationId,
    { under }: CallWish,
    { result, code }: { result: AuditResult; code: string | null },
  ): void {
    if (under) this.#journal.write({ mandateId: under.id, action, result, code });
  }
}

function spoken(operation: OperationId, { under, confirmation }: CallWish): string {
  const approved = confirmation === undefined ? "" : " with the confirmation";
  return `${operations[operation].tool}${approved}${under ? ` under ${under.name}` : ""}`;
}

function reasonFor(operation: OperationId, { under, note }: CallWish): string {
  const demanded: readonly string[] = operations[operation].scopes;
  const scope = demanded.find((one) => under?.scopes.includes(one));
  return [...(scope === undefined ? [] : [`scope ${scope}`]), ...(note === undefined ? [] : [note])].join("; ");
}

/** How the trail keeps a refusal (mandates page 7). */
function resultOf({ code, status }: ErrorObject): AuditResult {
  if (code === "CONFIRMATION_REQUIRED") return "halted";
  return status === "403" ? "rejected" : "failure";
}
