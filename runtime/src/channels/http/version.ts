import { protocolVersion } from "@servicialo/schema/0.8/operations";
import { ProtocolError } from "../../errors.ts";

export const VERSION_HEADER = "x-servicialo-version";

/** Versions that this node speaks, newest last. */
export const servedVersions: readonly string[] = [protocolVersion];

/** The version served when a request names none, and the one named in answers to unknown versions. */
export const newestVersion: string = protocolVersion;

/**
 * The version to serve. A patch part is ignored (E-13); none means the newest (D-20).
 * @throws {ProtocolError} `UNSUPPORTED_VERSION` with `meta.supported`
 */
export function negotiateVersion(header: string | undefined): string {
  if (header === undefined || header.trim() === "") return newestVersion;
  const wanted = /^(\d+\.\d+)(?:\.\d+)?$/.exec(header.trim())?.[1];
  if (wanted !== undefined && servedVersions.includes(wanted)) return wanted;
  throw new ProtocolError("UNSUPPORTED_VERSION", {
    detail: `This node does not speak version ${JSON.stringify(header.slice(0, 32))}.`,
    meta: { supported: servedVersions },
  });
}
