import { hkdfSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from "jose";
import { isRecord } from "../json-path.ts";
import { UsageError } from "../read-settings.ts";

export const ALGORITHM = "EdDSA";

/** A private Ed25519 key with what others know of it. */
export interface SigningKey {
  readonly key: CryptoKey;
  /** RFC 7638 thumbprint of the public key; the `kid` of everything that it signs. */
  readonly kid: string;
  readonly publicKey: JWK;
  /** The private half, to derive tokens from. */
  readonly secret: Buffer;
}

/** A public key set (RFC 7517) as a certifier publishes it. */
export interface KeySet {
  readonly keys: readonly JWK[];
}

/** A new key as a private JWK. */
export async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { crv: "Ed25519", extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: ALGORITHM, use: "sig" };
}

export function publicHalf({ kty, crv, x, kid, alg, use }: JWK): JWK {
  return Object.fromEntries(
    Object.entries({ kty, crv, x, kid, alg, use }).filter(([, member]) => member !== undefined),
  );
}

/** @throws UsageError when the file holds no private Ed25519 key; its content is never repeated. */
export async function readSigningKey(file: string): Promise<SigningKey> {
  const jwk = readJwk(file);
  if (jwk.kty !== "OKP" || jwk.crv !== "Ed25519" || typeof jwk.d !== "string")
    throw new UsageError(`${file} holds no private Ed25519 key; servicialo-certify keys makes one`);
  try {
    const key = (await importJWK(jwk, ALGORITHM)) as CryptoKey;
    const kid = await calculateJwkThumbprint(jwk);
    return { key, kid, publicKey: publicHalf({ ...jwk, kid }), secret: Buffer.from(jwk.d, "base64url") };
  } catch {
    throw new UsageError(`${file} holds no usable Ed25519 key; servicialo-certify keys makes one`);
  }
}

/**
 * What the operator of a node publishes for this key: derived, so that the certifier keeps nothing, and nobody without
 * the key can tell it beforehand.
 */
export function challengeFor(signing: Pick<SigningKey, "kid" | "secret">, hostUrl: string): Challenge {
  const info = `servicialo-certify control\n${hostUrl}`;
  const token = Buffer.from(hkdfSync("sha256", signing.secret, "", info, 32)).toString("base64url");
  return { path: `/.well-known/servicialo-certify/${token}`, content: `${token}.${signing.kid}` };
}

/** A path below the address of the node, and what has to be there. */
export interface Challenge {
  readonly path: string;
  readonly content: string;
}

function readJwk(file: string): JWK {
  try {
    const jwk: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (isRecord(jwk)) return jwk as JWK;
  } catch {
    // Said below, without the content.
  }
  throw new UsageError(`${file} is no JSON file that can be read; servicialo-certify keys makes one`);
}
