import { type Handler, type Input, ProtocolError } from "../generated/servicialo.ts";
import type { Context } from "../src/context.ts";
import { holdsProvider, overlappingSessions } from "../src/sessions.ts";

const DAY_MS = 86_400_000;
const MOST_DAYS = 62;
/** Hours of the day at which everybody here works, every day; other times can be booked by arrangement. */
const [OPENS, CLOSES] = [8, 20];

/**
 * Free slots by start. Without a credential; nothing in it tells who has taken what.
 *
 * GET /servicialo/v1/availability
 */
const handler: Handler<"scheduling.check_availability"> = async (context, input) => {
  const { page = 1, per_page = 20, service_id } = input;
  const { providerIds, minutes } = whoAndHowLong(context, input);
  const slots = providerIds
    .flatMap((providerId) =>
      freeStarts(context, input, { providerId, minutes }).map((start) => ({ providerId, start })),
    )
    .sort((a, b) => a.start - b.start);
  const items = slots.slice((page - 1) * per_page, page * per_page).map(({ providerId, start }) => ({
    id: `${providerId}.${start}`,
    attributes: {
      provider_id: providerId,
      starts_at: new Date(start).toISOString(),
      ends_at: new Date(start + minutes * 60_000).toISOString(),
      ...(service_id !== undefined && { service_id }),
      confidence_score: 0.9,
    },
  }));
  return { items, total: slots.length, meta: { mode: "provider_only", conflict_resolution: { type: "none" } } };
};

function whoAndHowLong(
  { store }: Context,
  input: Input<"scheduling.check_availability">,
): { providerIds: readonly string[]; minutes: number } {
  const home = store.organizations.find(({ slug }) => slug === input.org_slug);
  if (!home) throw new ProtocolError("NOT_FOUND", { parameter: "org_slug" });
  if (input.resource_id !== undefined) throw new ProtocolError("NOT_FOUND", { parameter: "resource_id" });
  if (input.service_id === undefined && input.provider_id === undefined)
    throw new ProtocolError("MISSING_AVAILABILITY_TARGET");
  const offer = store.offers.find(
    ({ id, organization_id, visibility }) =>
      id === input.service_id && organization_id === home.id && visibility !== "private",
  );
  if (input.service_id !== undefined && !offer) throw new ProtocolError("NOT_FOUND", { parameter: "service_id" });
  const all =
    offer?.provider_ids ??
    store.providers.filter(({ organizationId }) => organizationId === home.id).map(({ id }) => id);
  const providerIds = all.filter((id) => input.provider_id === undefined || id === input.provider_id);
  if (providerIds.length === 0) throw new ProtocolError("NOT_FOUND", { parameter: "provider_id" });
  return { providerIds, minutes: input.duration_minutes ?? offer?.duration_minutes ?? 30 };
}

function freeStarts(
  { store, party }: Context,
  input: Input<"scheduling.check_availability">,
  who: { providerId: string; minutes: number },
): number[] {
  const [first, last] = [Date.parse(input.date_from), Date.parse(input.date_to)];
  if (last < first || last - first > MOST_DAYS * DAY_MS) {
    throw new ProtocolError("VALIDATION_ERROR", {
      parameter: "date_to",
      detail: `From date_from on, and ${MOST_DAYS} days at most.`,
    });
  }
  const starts: number[] = [];
  for (let day = first; day <= last; day += DAY_MS) {
    const closes = day + CLOSES * 3_600_000;
    for (let start = day + OPENS * 3_600_000; start + who.minutes * 60_000 <= closes; start += who.minutes * 60_000) {
      const taken = overlappingSessions(store, { startsAt: start, minutes: who.minutes });
      const mine = party?.type === "client" && taken.some(({ client_id }) => client_id === party.id);
      if (start > store.now() && !mine && !taken.some((session) => holdsProvider(session, who.providerId)))
        starts.push(start);
    }
  }
  return starts;
}

export default handler;
