import type { ProfileAnswer } from "../../exchange/exchange.ts";
import type { Resource } from "../flat-answer.ts";
import type { Lane } from "../lane.ts";
import type { Members } from "../read-call.ts";
import { answered, type Composer } from "./composer.ts";

/**
 * What an organization is and offers, in one piece: two tools read it from one URL. Whoever asks for the organization
 * gets its refusal; whoever asks for the offers gets them also where there is no public profile.
 */
export const organizationCatalogue: Composer = async (lane, { call, input }) => {
  const { org_slug, country } = input;
  const profile = await lane.ask("registry.get_organization", { org_slug, country });
  if (profile.status < 300) return answered(profile, catalogueOf(profile));
  return call.operation === "services.list" ? offersAlone(lane, input) : profile;
};

function catalogueOf({ body }: ProfileAnswer): Members {
  const { attributes } = (body as { data: Resource }).data;
  const { services, providers, booking, ...organization } = attributes;
  return { organization, services: services ?? [], providers: providers ?? [], booking: booking ?? null };
}

async function offersAlone(lane: Lane, { org_slug }: Members): Promise<ProfileAnswer> {
  const everything = { name: "per_page", count: Number.POSITIVE_INFINITY };
  const { resources, answer } = await lane.askFirst("services.list", { org_slug }, everything);
  if (answer.status >= 300) return answer;
  const services = resources.map(({ id, attributes }) => ({ id, ...attributes }));
  return answered(answer, { organization: { slug: org_slug }, services, providers: [], booking: null });
}
