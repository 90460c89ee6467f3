import type { Answer } from "./answer.ts";
import type { Check } from "./check.ts";
import { pickList, pickText } from "./json-path.ts";

/**
 * Expects that an error names the member or parameter at fault, where it names any: `source` is optional (errors page,
 * objects 25), and a wrong one misleads.
 */
export function expectSource(check: Check, answer: Answer, member: string): void {
  const sources = pickList(answer.body, "errors").flatMap((entry) => {
    const named = pickText(entry, "source.pointer") ?? pickText(entry, "source.parameter");
    return named === undefined ? [] : [named];
  });
  const fits = sources.length === 0 || sources.some((source) => source === member || source.endsWith(`/${member}`));
  check.holds("what the error points at", fits, { expected: `${member}, or nothing`, actual: sources, answer });
}

/** Expects a refusal for one member of the input, with its status, code and pointer. */
export function expectInvalid(check: Check, answer: Answer, member: string): void {
  check.refused(answer, "VALIDATION_ERROR");
  expectSource(check, answer, member);
}
