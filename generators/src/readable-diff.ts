import { createTwoFilesPatch } from "diff";
import type { Difference } from "./write.ts";

const MOST_LINES = 40;

const REASONS: Record<Difference["kind"], string> = {
  missing: "the specification asks for it",
  outdated: "the specification changed after it was generated",
  edited: "it is not as it was generated",
  stale: "nothing in the specification makes it",
};

/** Why the artefact differs, in words. */
export function reasonOf(difference: Difference): string {
  return REASONS[difference.kind];
}

/** A unified diff of one artefact, from what lies there to what the specification says, cut when it grows long. */
export function readableDiff(difference: Difference): string {
  const { found, expected } = difference;
  const patch = createTwoFilesPatch("found", "specification", found, expected, undefined, undefined, { context: 2 });
  const lines = patch.trimEnd().split("\n").slice(1);
  const shown = lines.slice(0, MOST_LINES).join("\n");
  return lines.length > MOST_LINES ? `${shown}\n… ${lines.length - MOST_LINES} more lines` : shown;
}
