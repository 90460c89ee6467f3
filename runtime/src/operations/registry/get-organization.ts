import { notFound } from "../../errors.ts";
import type { Handler } from "../handler.ts";
import { discoverableOrganization, organizationProfile } from "./organization-profile.ts";

/** The public profile of a discoverable organization. */
export const getOrganization: Handler<"registry.get_organization"> = async (context, input) => {
  const organization = await discoverableOrganization(context.tx, input.org_slug);
  if (organization.country !== (input.country ?? "cl")) throw notFound("organization");
  return { id: organization.slug, attributes: await organizationProfile(context, organization) };
};
