import { randomUUID } from "node:crypto";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { type Party, PartyClient, type TestAnswer } from "../../src/testing/party-client.ts";
import type { Town } from "../town/plant.ts";

/** Who calls: the organization, `provider-3`, `client-7`, `agent_0`; null: a stranger. */
export type Who = string | null;

/** What of an answer a load looks at. */
export interface Answer extends Pick<TestAnswer, "status" | "text" | "body"> {
  readonly code: string | undefined;
}

/** Calls the nodes of a town as any of its parties. */
export class TownCaller {
  readonly #town: Town;

  constructor(town: Town) {
    this.#town = town;
  }

  /** Id of a party. */
  idOf(who: Exclude<Who, null>): string {
    return this.#town.keys.credentials[who]?.id ?? "";
  }

  /** The claim to be a party. */
  actorOf(who: Exclude<Who, null>): { type: string; id: string } {
    return { type: who.replace(/[-_].*/, ""), id: this.idOf(who) };
  }

  /** Calls an operation on the node at a URL; a writing one under a key, a new one unless told. */
  async call(
    url: string,
    { who, operation, input, key }: { who: Who; operation: OperationId; input: Record<string, unknown>; key?: string },
  ): Promise<Answer> {
    const client = new PartyClient(url, this.#town.keys, who as Party | null);
    const known = operations[operation];
    const { actor, ...rest } = input;
    const claim = actor ?? (who !== null && known.actor === "required" ? this.actorOf(who) : undefined);
    // What takes no attributes is told in a header who acts.
    const inHeader = claim !== undefined && !(known.attributes as readonly string[]).includes("actor");
    const headers: Record<string, string> = {
      ...(known.method === "POST" && { "idempotency-key": key ?? randomUUID() }),
      ...(inHeader && { "x-servicialo-actor": Buffer.from(JSON.stringify(claim)).toString("base64") }),
    };
    const attributes = claim === undefined || inHeader ? rest : { ...rest, actor: claim };
    const { status, text, body, errors } = await client.call(operation, attributes, headers);
    return { status, text, body, code: errors[0]?.code };
  }
}
