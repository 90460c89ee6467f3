import type { FastifyBaseLogger } from "fastify";
import type { NoticeSender } from "./outbox.ts";

/** The sender of a node that reaches nobody by itself: it says in its log, by ids, who would have to be told of what. */
export function logNotices(log: FastifyBaseLogger): NoticeSender {
  return async ({ id, occasion, sessionId, recipient }) => {
    log.info({ notice: id, occasion, session_id: sessionId, recipient }, "a party has to be notified");
  };
}
