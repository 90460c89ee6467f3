import { type NodeConfig, publicUrlOf } from "../config.ts";
import { invalid } from "../errors.ts";
import { namesInternalHost } from "../webhooks/address-guard.ts";

/** Addresses that a registrant names. */
export interface NamedEndpoints {
  readonly mcp_url?: string;
  readonly rest_url?: string;
  readonly health_url?: string;
}

const MEMBERS = ["mcp_url", "rest_url", "health_url"] as const;

/** Whether an address may lead into a private network: the operator allows it, or it is this very node. */
export function mayBePrivate(config: NodeConfig, url: string): boolean {
  return config.allowPrivateWebhooks || new URL(url).origin === new URL(publicUrlOf(config)).origin;
}

/**
 * What is registered is asked, and handed on to others: so it is a public address, over HTTPS (SVC-CARD-005).
 * @throws {ProtocolError} `VALIDATION_ERROR`
 */
export function judgeEndpoints(config: NodeConfig, named: NamedEndpoints): void {
  for (const member of MEMBERS) {
    const url = named[member];
    if (url === undefined || mayBePrivate(config, url)) continue;
    if (namesInternalHost(url)) throw invalid(`/${member}`, "Endpoints are registered at public addresses only.");
    if (new URL(url).protocol !== "https:") throw invalid(`/${member}`, "Endpoints are registered over HTTPS only.");
  }
}
