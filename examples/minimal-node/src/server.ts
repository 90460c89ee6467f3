import type { FastifyInstance } from "fastify";
import { handlers } from "../generated/handler-table.ts";
import { httpDoor } from "../generated/http-door.ts";
import { MemoryIdempotencyStore } from "../generated/idempotency.ts";
import { contextOf } from "./context.ts";
import type { Store } from "./store.ts";

/** Builds the node's server. It does not listen yet. */
export function buildServer(store: Store): Promise<FastifyInstance> {
  return httpDoor({
    handlers,
    contextOf: (call) => contextOf(store, call),
    idempotency: new MemoryIdempotencyStore(() => store.now()),
    onFault: (fault) => console.error(fault),
  });
}
