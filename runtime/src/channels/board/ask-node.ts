import type { OperationId } from "@servicialo/schema/0.8/operations";
import type { FastifyRequest } from "fastify";
import type { Agenda, AgendaItem, SessionSurroundings } from "../../scheduling/read-agenda.ts";
import type { Exchange, ProfileAnswer } from "../exchange/exchange.ts";
import { operationRequest } from "../exchange/operation-request.ts";
import { AGENDA_URL, agendaSessionUrl } from "../http/agenda.ts";
import { JSON_API } from "../http/media-types.ts";

/** An answer of the node that is no success; the board shows it as a page. */
export class NodeRefusal extends Error {
  override readonly name = "NodeRefusal";
  readonly status: number;

  constructor(answer: ProfileAnswer) {
    const { errors } = (answer.body ?? {}) as { errors?: readonly { title?: string; detail?: string }[] };
    super(errors?.[0]?.detail ?? errors?.[0]?.title ?? `The node answered ${answer.status}.`);
    this.status = answer.status;
  }
}

type Shown = Omit<AgendaItem, "session_id">;

/** A day as the node tells it. */
export type Day = Omit<Agenda, "items"> & { readonly sessions: readonly (Shown & { readonly id: string })[] };

/** A session as the node tells it. */
export type BoardSession = Shown & SessionSurroundings & { readonly id: string };

/** Who asks: the key of the browser, and the request that it came with. */
export interface Asker {
  readonly key: string;
  readonly request: FastifyRequest;
}

/** The node as the board sees it: requests of the HTTP profile, under the key of whoever looks. It judges, the board shows. */
export class NodeBehindBoard {
  readonly #exchange: Exchange;

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
  }

  /** @throws {NodeRefusal} for whatever is no success */
  async day(asker: Asker, date: string | undefined): Promise<Day> {
    const target = date === undefined ? AGENDA_URL : `${AGENDA_URL}?date=${encodeURIComponent(date)}`;
    const { data, meta } = (await this.#get(asker, target)) as {
      data: readonly { id: string; attributes: Shown }[];
      meta: Omit<Agenda, "items">;
    };
    return { ...meta, sessions: data.map(({ id, attributes }) => ({ ...attributes, id })) };
  }

  /** @throws {NodeRefusal} for whatever is no success */
  async session(asker: Asker, id: string): Promise<BoardSession> {
    const { data } = (await this.#get(asker, agendaSessionUrl(encodeURIComponent(id)))) as {
      data: { attributes: Shown & SessionSurroundings };
    };
    return { ...data.attributes, id };
  }

  /** The attributes of what an operation answers. @throws {NodeRefusal} for whatever is no success */
  async attributes(asker: Asker, operation: OperationId, input: Readonly<Record<string, unknown>>): Promise<unknown> {
    const { authorization, requestId } = facts(asker);
    const request = operationRequest(operation, input, { authorization, requestId });
    const answer = await this.#exchange(request, { address: asker.request.ip });
    if (answer.status >= 300) throw new NodeRefusal(answer);
    return (answer.body as { data: { attributes: unknown } }).data.attributes;
  }

  async #get(asker: Asker, target: string): Promise<unknown> {
    const { authorization, requestId } = facts(asker);
    const headers = { accept: JSON_API, authorization, "x-request-id": requestId };
    const answer = await this.#exchange({ method: "GET", target, headers }, { address: asker.request.ip });
    if (answer.status >= 300) throw new NodeRefusal(answer);
    return answer.body;
  }
}

function facts({ key, request }: Asker) {
  return { authorization: `Bearer ${key}`, requestId: request.id };
}
