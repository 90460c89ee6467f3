import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { type CryptoKey, calculateJwkThumbprint, compactVerify, importJWK, type JWK } from "jose";
import { isRecord } from "../json-path.ts";
import { ALGORITHM, type KeySet } from "./signing-key.ts";
import { ATTESTATION_TYPE, type Statement } from "./statement.ts";

/** A statement that cannot be relied on; the message says why. */
export class InvalidAttestation extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "InvalidAttestation";
  }
}

const COMPACT = /^([\w-]+)\.([\w-]+)\.([\w-]{86})\n?$/;
/** Clocks of certifier and reader may differ by so much. */
const SKEW_SECONDS = 300;

/**
 * Checks a signed statement against a published key set, without any network.
 * @param bytes - the file as it is: one more byte or another spelling of the same signature is refused, too
 * @throws InvalidAttestation when any byte is another one, the key is unknown, or the statement does not hold now
 */
export async function verifyAttestation(
  bytes: Uint8Array,
  keys: KeySet,
  now: Date = new Date(),
): Promise<{ statement: Statement; kid: string }> {
  const match = COMPACT.exec(Buffer.from(bytes).toString("latin1"));
  if (match === null) throw new InvalidAttestation("it is no compact JWS with an Ed25519 signature");
  const parts = match.slice(1);
  // Base64url leaves bits over at the end: two texts may stand for one signature, and only one of them was signed.
  for (const part of parts) {
    if (Buffer.from(part, "base64url").toString("base64url") !== part)
      throw new InvalidAttestation("it is not spelled as it was signed");
  }
  const header = headerOf(parts[0] ?? "");
  const key = await keyOf(keys, header.kid);
  let payload: Uint8Array;
  try {
    ({ payload } = await compactVerify(parts.join("."), key, { algorithms: [ALGORITHM] }));
  } catch {
    throw new InvalidAttestation("its signature does not fit: it was changed, or signed by another key");
  }
  const statement = statementOf(payload);
  const seconds = now.getTime() / 1000;
  if (statement.iat > seconds + SKEW_SECONDS) throw new InvalidAttestation("it was issued in the future");
  if (statement.exp <= seconds)
    throw new InvalidAttestation(`it expired at ${new Date(statement.exp * 1000).toISOString()}`);
  return { statement, kid: header.kid };
}

function headerOf(part: string): { kid: string } {
  const header = parsed(Buffer.from(part, "base64url"));
  const members = isRecord(header) ? Object.keys(header).sort().join() : "";
  if (!isRecord(header) || members !== "alg,kid,typ" || header.alg !== ALGORITHM || header.typ !== ATTESTATION_TYPE)
    throw new InvalidAttestation("its header is not that of an attestation");
  return { kid: String(header.kid) };
}

async function keyOf(keys: KeySet, kid: string): Promise<CryptoKey> {
  const jwk: JWK | undefined = keys.keys.find((one) => one.kid === kid);
  if (jwk === undefined) throw new InvalidAttestation(`the key set does not have its key ${kid}`);
  if (jwk.kty !== "OKP" || jwk.crv !== "Ed25519" || (await calculateJwkThumbprint(jwk)) !== kid)
    throw new InvalidAttestation(`the key ${kid} of the key set is no Ed25519 key with that thumbprint`);
  return (await importJWK({ kty: "OKP", crv: "Ed25519", x: jwk.x ?? "" }, ALGORITHM)) as CryptoKey;
}

function statementOf(payload: Uint8Array): Statement {
  const statement = parsed(Buffer.from(payload));
  const ajv = new Ajv2020({ strict: false });
  (ajvFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  const schema = JSON.parse(
    readFileSync(new URL("../../schema/attestation.schema.json", import.meta.url), "utf8"),
  ) as object;
  if (!ajv.validate(schema, statement)) throw new InvalidAttestation(`it is no attestation: ${ajv.errorsText()}`);
  return statement as Statement;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}
