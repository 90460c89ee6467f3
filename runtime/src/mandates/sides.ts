import type { PrincipalType, RepresentedType } from "@servicialo/schema/0.8/types";

/** The two sides of an interaction: the organization is on the provider's (M-14). */
export type Side = "client" | "provider";

/** The side that a mandate of this kind acts on. */
export function sideOf(actingFor: PrincipalType): Side {
  return actingFor === "patient" ? "client" : "provider";
}

/** The kind of party that a principal is. */
export const PARTY_OF: Readonly<Record<PrincipalType, RepresentedType>> = {
  patient: "client",
  professional: "provider",
  organization: "organization",
};

/** The kinds of principals of a side. */
export const PRINCIPALS_OF: Readonly<Record<Side, readonly PrincipalType[]>> = {
  client: ["patient"],
  provider: ["professional", "organization"],
};
