import { aliases, valuesWithAliases } from "@servicialo/schema/0.8/aliases";
import type { ProfileAnswer } from "../../exchange/exchange.ts";
import { flatList, type Resource } from "../flat-answer.ts";
import { answered, type Composer, pageOf, sliceOf } from "./composer.ts";

/** Organizations name their vertical in their own word, so that each word that the protocol knows is asked for. */
const VERTICALS: readonly string[] = [...valuesWithAliases.Vertical, ...Object.keys(aliases.Vertical)];

/** Hits of a search when the client names no number (operations 4.1). */
const USUAL_LIMIT = 10;

/** Organizations of every vertical that the protocol knows, by trust score, then name. */
export const organizationsOfAllVerticals: Composer = async (lane, { call, input }) => {
  const { page: askedPage = 1, limit: askedLimit = USUAL_LIMIT, ...question } = input;
  const page = pageOf(askedPage, askedLimit);
  const hits = new Map<string, Resource>();
  let total = 0;
  let answer: ProfileAnswer | undefined;
  for (const vertical of VERTICALS) {
    if (page === null) return lane.ask("registry.search", { ...input, vertical });
    const size = { name: "limit", count: page.page * page.size };
    const found = await lane.askFirst("registry.search", { ...question, vertical }, size);
    answer = found.answer;
    if (answer.status >= 300) return answer;
    for (const resource of found.resources) hits.set(resource.id, resource);
    total += found.total;
  }
  if (answer === undefined || page === null) throw new Error("The protocol knows no vertical.");
  const resources = sliceOf([...hits.values()].sort(byTrustThenName), page);
  return answered(answer, flatList(call, { counts: { total, page: page.page, limit: page.size }, resources }));
};

function byTrustThenName(a: Resource, b: Resource): number {
  const [first, second] = [a, b].map(({ attributes }) => Number(attributes["trust_score"] ?? 0)) as [number, number];
  return second - first || String(a.attributes["name"]).localeCompare(String(b.attributes["name"]));
}
