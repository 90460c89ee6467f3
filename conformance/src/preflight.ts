import type { Answer } from "./answer.ts";
import type { RunParts } from "./case-context.ts";
import { isRecord, pickText } from "./json-path.ts";
import { BASE_PATH } from "./node-connection.ts";
import { tokenVariable } from "./redact.ts";
import { CREDENTIAL_KINDS, type CredentialKind } from "./settings.ts";
import { ConnectionLost } from "./verdict.ts";

/** What stands in the way of a run, and how to clear it. */
export interface Diagnosis {
  readonly problem: string;
  readonly mend: string;
  /** Nothing can be judged before it is mended. */
  readonly fatal: boolean;
}

const CERTIFICATE_MENDS: readonly [RegExp, string][] = [
  [/EXPIRED/, "renew the certificate"],
  [/ALTNAME/, "use a host name that the certificate names"],
  [
    /SELF_SIGNED|UNABLE_TO|UNTRUSTED/,
    "name the certificate of your authority in NODE_EXTRA_CA_CERTS, or send the whole chain from the node",
  ],
  [/EPROTO|WRONG_VERSION|PACKET_LENGTH/, "the port does not speak TLS: write http:// instead of https://"],
];

/** Why nothing answers at an address, in words that say what to do. */
export function diagnoseSilence(url: string, failure: string): Diagnosis {
  if (failure.startsWith("TLS failed")) {
    const mend = CERTIFICATE_MENDS.find(([code]) => code.test(failure))?.[1] ?? "mend the certificate of the node";
    return { problem: `${url}: ${failure}`, mend, fatal: true };
  }
  const mend = failure.startsWith("host name")
    ? "check the spelling of the host name, and that it has an address"
    : failure.startsWith("connection refused")
      ? "start the node, or correct the port"
      : failure.startsWith("no answer within")
        ? "see why the node accepts the connection and says nothing, or raise --timeout"
        : url.startsWith("http:")
          ? "see whether the port expects https://"
          : "see what listens there";
  return { problem: `${url}: ${failure}`, mend, fatal: true };
}

/**
 * Looks for the mistakes that make every case end alike: another address, another organization, refused credentials.
 * A mistake is named only when two answers agree on it, so that one broken operation is left to its own case.
 * @throws ConnectionLost when the node goes away meanwhile
 */
export async function diagnose(parts: RunParts, manifest: Answer): Promise<readonly Diagnosis[]> {
  const place = await quietly(() => wrongPlace(parts, manifest));
  if (place !== null) return [place];
  const found = [await quietly(() => wrongOrganization(parts, manifest)), await quietly(() => refused(parts))];
  return found.filter((one) => one !== null);
}

async function quietly<Value>(look: () => Promise<Value | null>): Promise<Value | null> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof ConnectionLost) throw error;
    return null;
  }
}

/** Whether an answer shows any sign of the protocol: its media type, its version header, its documents or its errors. */
function speaksProtocol(answer: Answer): boolean {
  return (
    answer.mediaType === "application/vnd.api+json" ||
    answer.header("x-servicialo-version") !== undefined ||
    answer.errorCodes.length > 0 ||
    pickText(answer.body, "servicialo") !== undefined ||
    isRecord(answer.at("data"))
  );
}

async function wrongPlace(parts: RunParts, manifest: Answer): Promise<Diagnosis | null> {
  if (manifest.status === 429 || speaksProtocol(manifest)) return null;
  const { client } = parts;
  const base = await client.raw({ method: "GET", target: "", takeRateLimit: true });
  const unknown = await client.raw({ method: "GET", target: "/no-such-path", takeRateLimit: true });
  if (manifest.ok && isRecord(manifest.body)) return null;
  if (base.status === 429 || speaksProtocol(base) || speaksProtocol(unknown)) return null;
  const { baseUrl, hostUrl } = client.connection;
  const seen = `${baseUrl}/manifest answered ${manifest.describe()}${manifest.mediaType === "" ? "" : ` (${manifest.mediaType})`}`;
  const origin = new URL(hostUrl).origin;
  if (origin !== hostUrl) {
    const elsewhere = await client.raw({
      method: "GET",
      target: `${origin}${BASE_PATH}/manifest`,
      takeRateLimit: true,
    });
    if (pickText(elsewhere.body, "servicialo") !== undefined)
      return { problem: `no node at this address: ${seen}`, mend: `there is one at ${origin}: give that`, fatal: true };
  }
  return {
    problem: `no node at this address: ${seen}`,
    mend: `give the address in front of ${BASE_PATH}, with the prefix under which the node is mounted`,
    fatal: true,
  };
}

async function wrongOrganization(parts: RunParts, manifest: Answer): Promise<Diagnosis | null> {
  const { client, settings } = parts;
  const named = pickText(manifest.body, "org_slug");
  const slug = settings.organization;
  if (slug === null) {
    if (named !== undefined && named !== "") return null;
    const mend = "name it with --organization, or as organization in the credentials file";
    return { problem: "no organization was given, and the manifest names none", mend, fatal: false };
  }
  const profile = await client.call("registry.get_organization", { path: { org_slug: slug }, takeRateLimit: true });
  if (profile.status !== 404) return null;
  const catalogue = await client.call("services.list", { path: { org_slug: slug }, takeRateLimit: true });
  if (catalogue.status !== 404) return null;
  const mend =
    named === undefined || named === "" || named === slug
      ? "check its slug, and that the organization is discoverable"
      : `its manifest names ${named}: give that with --organization, or as organization in the credentials file`;
  return { problem: `the node has no organization ${slug}`, mend, fatal: true };
}

/** Credentials that the node does not take, or a target that takes everything. */
async function refused(parts: RunParts): Promise<Diagnosis | null> {
  const kinds = CREDENTIAL_KINDS.filter((kind) => parts.client.has(kind));
  const reads = await Promise.all(kinds.map((kind) => readUnknown(parts, kind)));
  if (reads.some(({ ok }) => ok) && (await answersAnything(parts))) return NO_NODE;
  const answers = await Promise.all(
    kinds.map(async (kind, index) => reads[index]?.status === 401 && (await isRefusedToo(parts, kind))),
  );
  const guilty = kinds.filter((_, index) => answers[index]);
  if (guilty.length === 0) return null;
  return {
    problem: `401: the node does not take the credential${guilty.length > 1 ? "s" : ""} ${guilty.join(", ")}`,
    mend: `make new keys, and give them in the credentials file or as ${guilty.map(tokenVariable).join(", ")}`,
    fatal: guilty.includes("organization"),
  };
}

/** Nothing that such a target says proves anything. */
const NO_NODE: Diagnosis = {
  problem: "this is no node: it shows a session and a path that do not exist",
  mend: "give the address of a node, and not of something that answers in its place",
  fatal: true,
};

async function answersAnything({ client }: RunParts): Promise<boolean> {
  return (await client.raw({ method: "GET", target: "/no-such-path", takeRateLimit: true })).ok;
}

function readUnknown({ client }: RunParts, as: CredentialKind): Promise<Answer> {
  return client.call("service.get", { path: { service_id: "unknown-to-every-node" }, as, takeRateLimit: true });
}

async function isRefusedToo({ client, settings }: RunParts, as: CredentialKind): Promise<boolean> {
  if (settings.readOnly) return true;
  // An empty command can change nothing, whatever the node makes of it.
  const written = await client.call("scheduling.book", { attributes: {}, as, deliberate: true, takeRateLimit: true });
  return written.status === 401;
}
