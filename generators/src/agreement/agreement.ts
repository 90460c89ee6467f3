import type { DefinitionNode, ProtocolModel } from "../ir/model.ts";
import type { SchemaNode } from "../ir/schema.ts";
import { DocumentMaker, type Json } from "./documents.ts";
import { type Mutant, mutantsOf } from "./mutations.ts";
import type { Validators, Verdicts } from "./validators.ts";

/** Valid documents that are made for each definition, beside its examples, and how many of them are spoiled. */
const CORPUS = { samples: 12, spoiled: 2, most: Number.POSITIVE_INFINITY } as const;

/** What comparing the validators on one definition showed. */
export interface Comparison {
  /** How many documents were judged. */
  readonly judged: number;
  readonly valid: number;
  readonly refused: number;
  /** Documents on which two validators differ, or all are wrong; readable. */
  readonly disagreements: readonly string[];
}

export interface Document {
  readonly document: Json;
  readonly about: string;
  readonly expected: boolean | undefined;
}

/** What documents are to be of. */
export interface DocumentSource {
  readonly schema: SchemaNode;
  readonly examples: readonly unknown[];
}

/** How many documents are made. The seed makes a run repeatable. */
export interface CorpusSize {
  readonly samples: number;
  /** Samples of an object that are spoiled in every place; of anything simpler, all are. */
  readonly spoiled: number;
  /** Spoiled documents at most, spread over all places. */
  readonly most: number;
  readonly seed: number;
}

/** Lets every validator judge valid and spoiled documents of a definition. */
export async function compareOn(
  model: ProtocolModel,
  definition: DefinitionNode,
  { validators, seed }: { readonly validators: Validators; readonly seed: number },
): Promise<Comparison> {
  const documents = documentsOf(new DocumentMaker(model), definition, { ...CORPUS, seed });
  const verdicts = await validators.judge(
    definition.name,
    documents.map(({ document }) => document),
  );
  return judged(documents, verdicts);
}

/** Valid documents, and each with one place spoiled. */
export function documentsOf(
  maker: DocumentMaker,
  { schema, examples }: DocumentSource,
  { samples: count, spoiled, most, seed }: CorpusSize,
): Document[] {
  const samples = maker.sample(schema, { count, seed }).map(asJson);
  const known = examples.map(asJson);
  const isCompound = schema.kind === "object" || schema.kind === "union" || schema.kind === "reference";
  const sources = [...known, ...(isCompound ? samples.slice(0, spoiled) : samples)];
  const mutants = distinct(sources.flatMap((document) => [...mutantsOf(maker, schema, document)]));
  const step = Math.max(1, Math.ceil(mutants.length / most));
  return [
    ...[...known, ...samples].map((document) => ({ document, about: "valid", expected: true })),
    ...mutants
      .filter((_, index) => index % step === 0)
      .map(({ document, change, refused }) => ({
        document: asJson(document),
        about: change,
        expected: refused ? false : undefined,
      })),
  ];
}

/** Sums up what the validators say. */
export function judged(documents: readonly Document[], verdicts: readonly Verdicts[]): Comparison {
  return {
    judged: documents.length,
    valid: verdicts.filter((verdict) => verdict.jsonSchema).length,
    refused: verdicts.filter((verdict) => !verdict.jsonSchema).length,
    disagreements: documents.flatMap((document, index) => describeDisagreement(document, verdicts[index])),
  };
}

function describeDisagreement({ document, about, expected }: Document, verdicts: Verdicts | undefined): string[] {
  if (!verdicts) return [`${about}: not judged`];
  const distinct = new Set(Object.values(verdicts));
  if (distinct.size === 1 && (expected === undefined || distinct.has(expected))) return [];
  return [`${about} ${JSON.stringify(verdicts)} ${JSON.stringify(document).slice(0, 300)}`];
}

/** Each document once; an expectation wins over none. */
function distinct(mutants: readonly Mutant[]): Mutant[] {
  const known = new Map<string, Mutant>();
  for (const mutant of mutants) {
    const text = JSON.stringify(mutant.document);
    if (mutant.refused || !known.has(text)) known.set(text, mutant);
  }
  return [...known.values()];
}

/** As it comes out of a parser: no `undefined`, no negative zero. */
function asJson(document: unknown): Json {
  return JSON.parse(JSON.stringify(document)) as Json;
}
