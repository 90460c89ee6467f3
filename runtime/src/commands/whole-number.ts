/**
 * A whole number from an option; undefined when it was not given.
 * @throws {Error} when it is none, or out of bounds
 */
export function wholeNumber(
  option: string,
  text: string | undefined,
  [least, most]: readonly [number, number],
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${option} is "${text}"; give a number from ${least} to ${most}.`);
}
