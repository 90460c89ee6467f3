export type AttributeVisibility = "public" | "unlisted" | "private";

/** Who reads a profile. */
export interface ProfileReader {
  /** Scopes of the mandate that the reader holds; none without one. */
  readonly scopes: readonly string[];
  /** Whether the mandate's context covers this provider's organization. */
  readonly inContext: boolean;
}

/** A reader without credential or mandate. */
export const anybody: ProfileReader = { scopes: [], inContext: false };

export interface VisibleFact {
  readonly visibility: AttributeVisibility;
  /** Epoch milliseconds; null: no bound. */
  readonly validFrom: number | null;
  readonly validUntil: number | null;
}

/**
 * The attributes that a reader may see now: public ones always, unlisted ones with `discovery:read`, private ones with
 * `discovery:read` and `patient:read` inside the mandate's context (objects page 2.2). What does not hold yet, or no
 * longer, is seen by nobody.
 */
export function visibleAttributes<Fact extends VisibleFact>(
  facts: readonly Fact[],
  reader: ProfileReader,
  now: number,
): Fact[] {
  const seen = visibilitiesFor(reader);
  return facts.filter(
    ({ visibility, validFrom, validUntil }) =>
      seen.includes(visibility) &&
      (validFrom === null || validFrom <= now) &&
      (validUntil === null || now < validUntil),
  );
}

function visibilitiesFor({ scopes, inContext }: ProfileReader): readonly AttributeVisibility[] {
  if (!scopes.includes("discovery:read")) return ["public"];
  return scopes.includes("patient:read") && inContext ? ["public", "unlisted", "private"] : ["public", "unlisted"];
}
