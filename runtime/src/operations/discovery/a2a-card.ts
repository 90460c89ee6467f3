import { cardVersion, skills } from "@servicialo/schema/0.8/cards";
import { protocolVersion } from "@servicialo/schema/0.8/operations";
import type { A2aCard } from "@servicialo/schema/0.8/types";
import { type NodeConfig, publicUrlOf } from "../../config.ts";
import type { OrganizationRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";
import { discoverableOrganization } from "../registry/organization-profile.ts";
import { doorsOf } from "./doors.ts";
import { onlyPublished } from "./published-organization.ts";

/** Versions of A2A that the task endpoint speaks, the preferred one first. */
const A2A_VERSIONS = ["1.0", "0.3"] as const;

/** Media types of the parts that a task takes and gives: data, and text beside it (channels 4.2). */
const MODES = ["application/json", "text/plain"];

/** The A2A card of an organization that a human published, at the path of its tool. */
export const getA2aCard: Handler<"a2a.get_agent_card"> = async ({ tx, config }, input) => ({
  document: a2aCard(config, await discoverableOrganization(tx, input.org_slug)),
});

/** The same beside its level 2 card, where A2A clients look for it (channels 4.1). */
export const getA2aCardBesideLevel2: Handler<"discovery.get_a2a_card"> = async ({ tx, config }, input) => ({
  document: a2aCard(config, await discoverableOrganization(tx, input.org_slug)),
});

/** The same at the host's root, for a node with one organization. */
export const getRootA2aCard: Handler<"discovery.get_root_a2a_card"> = async ({ tx, config }) => ({
  document: a2aCard(config, await onlyPublished(tx)),
});

/** Says the same to readers of A2A 0.3 (`url`, `protocolVersion`) and of 1.0 (`supportedInterfaces`). */
function a2aCard(config: NodeConfig, organization: OrganizationRow): A2aCard {
  const doors = doorsOf(config, organization.slug);
  return {
    name: organization.name,
    description: organization.description ?? `Books, moves and verifies ${organization.vertical} services.`,
    url: doors.a2a,
    version: cardVersion,
    protocolVersion: "0.3.0",
    supportedInterfaces: A2A_VERSIONS.map((version) => ({
      url: doors.a2a,
      protocolBinding: "JSONRPC",
      protocolVersion: version,
    })),
    provider: { organization: organization.name, url: organization.website ?? publicUrlOf(config) },
    capabilities: { streaming: false, pushNotifications: false, stateTransitionHistory: false },
    defaultInputModes: MODES,
    defaultOutputModes: MODES,
    skills: Object.values(skills).map(({ id, name, description, tags, examples }) => ({
      id,
      name,
      description,
      tags: [...tags],
      examples: [...examples],
    })),
    securitySchemes: { bearer: bearerScheme },
    securityRequirements: [{ schemes: { bearer: { list: [] } } }],
    "x-servicialo": {
      protocolVersion,
      implementer: "servicialo-node",
      endpoints: doors,
      registry: `${publicUrlOf(config)}/.well-known/agents.json`,
    },
  };
}

/** A bearer token, as A2A 0.3 (OpenAPI's words) and 1.0 write it. */
const bearerScheme = { type: "http", scheme: "bearer", httpAuthSecurityScheme: { scheme: "bearer" } };
