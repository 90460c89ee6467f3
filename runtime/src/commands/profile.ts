import type { Command } from "commander";
import { parseInstant } from "../clock.ts";
import type { Work } from "../lifecycle/author.ts";
import { takesText } from "../profiles/attribute-catalogue.ts";
import { refreshInferred } from "../profiles/infer-attributes.ts";
import { attributeDocument, profileDocument } from "../profiles/profile-document.ts";
import { profileJsonLd } from "../profiles/profile-json-ld.ts";
import { attributeHistory, declareAttribute, profileOf, verifyAttribute } from "../profiles/profile-store.ts";
import { type AttributeVisibility, anybody, type ProfileReader } from "../rules/attribute-visibility.ts";
import type { ProviderProfileRow, ProviderRow } from "../storage/rows.ts";
import { type OrganizationOptions, ofOrganization, withOrganization } from "./of-organization.ts";

const FORMATS = ["json", "jsonld"] as const;
const VISIBILITIES: readonly AttributeVisibility[] = ["public", "unlisted", "private"];

/** Readers by what they may see at most. */
const READERS: Readonly<Record<AttributeVisibility, ProfileReader>> = {
  public: anybody,
  unlisted: { scopes: ["discovery:read"], inContext: false },
  private: { scopes: ["discovery:read", "patient:read"], inContext: true },
};

/** `servicialo-node profile`: what is known of a provider, which no operation of the protocol writes. */
export function addProfile(program: Command): void {
  const profile = program
    .command("profile")
    .description("what is known of a provider, with its origin and its versions");
  withOrganization(profile.command("show <provider>"))
    .description("print the profile, computed facts brought up to date")
    .option("--format <format>", FORMATS.join(" or "), "json")
    .option("--sees <visibility>", `what the reader may see at most: ${VISIBILITIES.join(", ")}`, "public")
    .action(show);
  withOrganization(profile.command("set <provider> <key> <value>"))
    .description("state a fact; the value is JSON, or else text. The former version is kept")
    .option("--visibility <visibility>", `${VISIBILITIES.join(", ")}; default as before, private when new`)
    .option("--valid-from <instant>", "holds from then on")
    .option("--valid-until <instant>", "holds until then")
    .action(set);
  withOrganization(profile.command("verify <provider> <key>"))
    .description("record that a third party checked a fact")
    .requiredOption("--by <name>", "who checked it")
    .action(verify);
  withOrganization(profile.command("history <provider> <key>"))
    .description("print every version of a fact")
    .action(history);
}

async function show(
  providerId: string,
  options: OrganizationOptions & { format: string; sees: string },
): Promise<void> {
  const format = oneOf("--format", options.format, FORMATS);
  const reader = READERS[oneOf("--sees", options.sees, VISIBILITIES)];
  await ofProvider(options, providerId, async (work, profile, provider) => {
    await refreshInferred(work, profile, provider);
    const current = await profileOf(work, provider);
    const document = await profileDocument(work.tx, current, { reader, now: work.clock.now() });
    print(format === "jsonld" ? profileJsonLd(document) : document);
  });
}

interface SetOptions extends OrganizationOptions {
  readonly visibility?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
}

async function set(providerId: string, key: string, text: string, ...[options]: [SetOptions]): Promise<void> {
  const { visibility, validFrom, validUntil } = options;
  await ofProvider(options, providerId, async (work, profile) => {
    const row = await declareAttribute(work, profile, {
      key,
      value: readValue(key, text),
      visibility: visibility === undefined ? undefined : oneOf("--visibility", visibility, VISIBILITIES),
      validFrom: validFrom === undefined ? undefined : parseInstant(validFrom),
      validUntil: validUntil === undefined ? undefined : parseInstant(validUntil),
    });
    print(attributeDocument(row, providerId));
  });
}

async function verify(providerId: string, key: string, options: OrganizationOptions & { by: string }): Promise<void> {
  await ofProvider(options, providerId, async (work, profile) => {
    print(attributeDocument(await verifyAttribute(work, profile, { key, verifiedBy: options.by }), providerId));
  });
}

async function history(providerId: string, key: string, options: OrganizationOptions): Promise<void> {
  await ofProvider(options, providerId, async ({ tx }, profile) => {
    print((await attributeHistory(tx, profile.id, key)).map((row) => attributeDocument(row, providerId)));
  });
}

async function ofProvider(
  options: OrganizationOptions,
  id: string,
  act: (work: Work, profile: ProviderProfileRow, provider: ProviderRow) => Promise<void>,
): Promise<void> {
  await ofOrganization(options, async (work, { slug }) => {
    const provider = await work.tx.db.selectFrom("providers").selectAll().where("id", "=", id).executeTakeFirst();
    if (!provider) throw new Error(`${slug} has no provider ${id}.`);
    await act(work, await profileOf(work, provider), provider);
  });
}

/** JSON where it is JSON, so that numbers and lists can be said; text where the key takes it, and anything else. */
function readValue(key: string, text: string): unknown {
  if (takesText(key, text) && !text.startsWith('"')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function oneOf<Word extends string>(option: string, word: string, words: readonly Word[]): Word {
  const known = words.find((candidate) => candidate === word);
  if (known !== undefined) return known;
  throw new Error(`${option} is "${word}"; give one of ${words.join(", ")}.`);
}

function print(document: unknown): void {
  console.log(JSON.stringify(document, null, 2));
}
