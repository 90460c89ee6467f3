import { isDeepStrictEqual } from "node:util";
import { Contract } from "@servicialo/schema/0.8/typebox";
import { Compile } from "typebox/compile";
import { invalid } from "../errors.ts";
import { newId } from "../ids.ts";
import type { Work } from "../lifecycle/author.ts";
import { contractDocument, currentContract } from "../operations/offers/offer-document.ts";
import { contractTerms, contractWarnings, type GivenTerms } from "../rules/default-contract.ts";
import type { ContractTerms } from "../storage/json-shapes.ts";
import type { OfferRow } from "../storage/rows.ts";

export interface ContractVersion {
  readonly version: number;
  readonly terms: ContractTerms;
  /** Whether a new version was made; the same terms again are the version that is there. */
  readonly isNew: boolean;
  /** What is valid, and worth knowing (D-33). */
  readonly warnings: readonly string[];
}

const schema = Compile(Contract);

/**
 * Gives an offer new terms: a further version of its contract, for bookings from now on. Sessions keep the version they
 * were booked under (SVC-CONTR-002).
 * @throws {ProtocolError} `VALIDATION_ERROR` naming the term that does not hold
 */
export async function setContract(work: Work, offer: OfferRow, given: GivenTerms): Promise<ContractVersion> {
  const { id: offerId, organizationId, vertical } = offer;
  const terms = contractTerms(vertical, given);
  const known = await currentContract(work.tx, offerId);
  const warnings = contractWarnings(terms);
  requireValid(contractDocument(offerId, organizationId, known.version + 1, terms));
  if (isDeepStrictEqual(known.terms, terms)) return { version: known.version, terms, isNew: false, warnings };
  const version = known.version + 1;
  await work.tx.db
    .insertInto("contracts")
    .values({ id: newId("ctr", work.clock), organizationId, offerId, version, terms, createdAt: work.clock.now() })
    .execute();
  return { version, terms, isNew: true, warnings };
}

function requireValid(document: unknown): void {
  const [fault] = schema.Check(document) ? [] : schema.Errors(document);
  if (fault) throw invalid(fault.instancePath, `${fault.instancePath || "The contract"} ${fault.message}.`);
}
