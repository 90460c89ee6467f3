import { flatList, type Resource } from "../flat-answer.ts";
import { answered, type Composer, pageOf, sliceOf } from "./composer.ts";

/** Free slots of every public offer, by start: a client may ask with dates only, where an operation needs a target. */
export const availabilityOfAllOffers: Composer = async (lane, { call, input }) => {
  const { org_slug, page: askedPage = 1, per_page: askedSize, ...question } = input;
  const everything = { name: "per_page", count: Number.POSITIVE_INFINITY };
  const offers = await lane.askFirst("services.list", { org_slug }, everything);
  let { answer } = offers;
  if (answer.status >= 300) return answer;
  const page = pageOf(askedPage, askedSize);
  const slots: Resource[] = [];
  let total = 0;
  for (const { id: service_id } of offers.resources) {
    const about = { ...question, org_slug, service_id };
    if (page === null) return lane.ask("scheduling.check_availability", { ...input, service_id });
    const size = { name: "per_page", count: page.page * page.size };
    const found = await lane.askFirst("scheduling.check_availability", about, size);
    answer = found.answer;
    if (answer.status >= 300) return answer;
    slots.push(...found.resources);
    total += found.total;
  }
  slots.sort((a, b) => startOf(a) - startOf(b));
  const shown = page === null ? slots : sliceOf(slots, page);
  return answered(answer, flatList(call, { counts: { total, page: page?.page, limit: page?.size }, resources: shown }));
};

function startOf({ attributes }: Resource): number {
  return Date.parse(String(attributes["starts_at"]));
}
