/** Objects and lists within one another. No operation takes half as many. */
const DEEPEST = 64;

const [QUOTE, BACKSLASH, OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [34, 92, 123, 125, 91, 93] as const;

/** What is wrong with the nesting of a JSON text; null when nothing is. Judged before anything walks through it. */
export function excessOfNesting(json: string): string | null {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json.charCodeAt(at);
    if (inText) {
      if (character === BACKSLASH) at += 1;
      else if (character === QUOTE) inText = false;
    } else if (character === QUOTE) inText = true;
    else if (character === OPEN_OBJECT || character === OPEN_LIST) {
      depth += 1;
      if (depth > DEEPEST) return `A body may nest objects and lists at most ${DEEPEST} deep.`;
    } else if (character === CLOSE_OBJECT || character === CLOSE_LIST) depth -= 1;
  }
  return null;
}
