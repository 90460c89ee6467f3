import { randomUUID } from "node:crypto";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { isoInstant } from "../clock.ts";
import { issueApiKey } from "../credentials/api-keys.ts";
import { type Clinic, succeeded } from "./clinic.ts";
import { type Party, PartyClient, type TestAnswer } from "./party-client.ts";

/** Everything that a mandate can be issued with; what is left out fits the issuer. */
export interface Wish {
  readonly scopes: readonly string[];
  readonly agentId?: string;
  readonly context?: string;
  readonly constraints?: Record<string, unknown>;
  /** Hours until it ends; default 24. */
  readonly hours?: number;
}

const KIND = { organization: "organization", provider: "professional", client: "patient" } as const;

export type PrincipalKind = keyof typeof KIND;

/** The attributes of a mandate that a party issues. */
export function mandateWish(clinic: Clinic, party: Party, wish: Wish): Record<string, unknown> {
  const kind = KIND[party.replace(/^(second|foreign)_/, "") as PrincipalKind];
  const { scopes, agentId = "agent_agenda", constraints, hours = 24 } = wish;
  return {
    principal_id: clinic.demo.as(party).id,
    principal_type: kind,
    agent_id: agentId,
    acting_for: kind,
    context: wish.context ?? (party.startsWith("foreign_") ? "org:tutores-plaza" : "org:clinica-andes"),
    scopes,
    expires_at: isoInstant(clinic.demo.clock.now() + hours * 3_600_000),
    ...(constraints && { constraints }),
  };
}

/** Issues a mandate; answers its id. */
export async function issue(clinic: Clinic, party: Party, wish: Wish): Promise<string> {
  return succeeded(await clinic.call(party, "mandates.issue", mandateWish(clinic, party, wish))).body.data.id;
}

/** A new key of an agent, at the organization that its mandate holds in. */
export async function agentKey(clinic: Clinic, mandateId: string, agentId: string): Promise<string> {
  const { database, clock } = clinic.demo.node.services;
  const { token } = await database.transaction(async (tx) => {
    const { organizationId } = await tx.db
      .selectFrom("mandates")
      .select("organizationId")
      .where("id", "=", mandateId)
      .executeTakeFirstOrThrow();
    return issueApiKey(tx, clock, { organizationId, subjectType: "agent", subjectId: agentId });
  });
  return token;
}

/** An agent with a key of its own, under one mandate. */
export class TestAgent {
  readonly id: string;
  readonly mandateId: string;
  readonly #client: PartyClient;

  private constructor(id: string, mandateId: string, client: PartyClient) {
    this.id = id;
    this.mandateId = mandateId;
    this.#client = client;
  }

  /** The agent of a mandate, with a key of the organization that the mandate holds in. */
  static async withMandate(clinic: Clinic, mandateId: string, agentId = "agent_agenda"): Promise<TestAgent> {
    const token = await agentKey(clinic, mandateId, agentId);
    const keys = {
      organization: "clinica-andes",
      credentials: { agent: { token, id: agentId, organization: "clinica-andes" } },
    };
    return new TestAgent(agentId, mandateId, new PartyClient(clinic.demo.node.url, keys, "agent" as Party));
  }

  /** Issues a mandate and answers its agent. */
  static async for(clinic: Clinic, party: Party, wish: Wish): Promise<TestAgent> {
    // An agent of its own unless told otherwise: what others do is no conflict of interest.
    const { agentId = `agent_${randomUUID()}` } = wish;
    return TestAgent.withMandate(clinic, await issue(clinic, party, { ...wish, agentId }), agentId);
  }

  /** The same agent under another mandate. */
  under(mandateId: string): TestAgent {
    return new TestAgent(this.id, mandateId, this.#client);
  }

  /** Calls an operation, naming the mandate where the operation takes an actor, else in the header. */
  call(
    operationId: OperationId,
    input: Record<string, unknown> = {},
    { confirmation, headers = {} }: { confirmation?: string; headers?: Record<string, string> } = {},
  ): Promise<TestAnswer> {
    const actor = {
      type: "agent",
      id: this.id,
      mandate_id: this.mandateId,
      ...(confirmation !== undefined && { confirmation_id: confirmation }),
    };
    if ((operations[operationId].attributes as readonly string[]).includes("actor")) {
      return this.#client.call(operationId, { actor, ...input }, headers);
    }
    const header = Buffer.from(JSON.stringify(actor)).toString("base64");
    return this.#client.call(operationId, input, { "x-servicialo-actor": header, ...headers });
  }

  /** Calls without any claim of the test's own. */
  get plain(): PartyClient {
    return this.#client;
  }
}

/** The trail of a mandate, oldest first, as an administrator or the principal reads it. */
export async function trailOf(
  clinic: Clinic,
  mandateId: string,
  as: Party = "organization",
): Promise<TestAnswer["body"][]> {
  const { body } = succeeded(await clinic.call(as, "mandates.audit", { mandate_id: mandateId, per_page: 100 }));
  return body.data.map((entry: { attributes: unknown }) => entry.attributes).toReversed();
}
