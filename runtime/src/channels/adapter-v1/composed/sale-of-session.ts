import { flatAnswer, type Resource } from "../flat-answer.ts";
import type { Members } from "../read-call.ts";
import type { Composer } from "./composer.ts";

/** Charges a session that the client names by itself: for whom and what is read from the session. */
export const saleOfSession: Composer = async (lane, { call, input }) => {
  const { session_id } = input;
  if (typeof session_id !== "string" || session_id === "") return lane.ask("payments.create_sale", input);
  const session = await lane.ask("service.get", { service_id: session_id });
  if (session.status >= 300) return session;
  const answer = await lane.ask("payments.create_sale", withFactsOf((session.body as { data: Resource }).data, input));
  return answer.status >= 300 ? answer : { ...answer, body: flatAnswer(call, answer.body) };
};

/** What the client says itself counts; an amount without a currency is in that of the session. */
function withFactsOf({ attributes }: Resource, input: Members): Members {
  const { service_id, client, provider, billing } = attributes as Record<string, Record<string, unknown>>;
  const price = input["unit_price"];
  const { currency } = (billing?.["amount"] ?? {}) as { currency?: string };
  const isAmount = typeof price === "object" && price !== null;
  return {
    service_id,
    client_id: client?.["id"],
    provider_id: provider?.["id"],
    ...input,
    ...(isAmount && { unit_price: { currency, ...price } }),
  };
}
