/** What values of one kind are: how they are read from text, judged, and described to an editor. */
export interface Kind<Value> {
  /** The value that a text of the environment or the command line stands for; the text itself when it stands for none. */
  fromText(text: string): unknown;
  /** What is wrong with a value, as the rest of a sentence that begins with its name; null when nothing is. */
  problem(value: unknown): string | null;
  /** JSON Schema of the value in a file. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** How a value is written on the command line. */
  readonly placeholder: string;
  /** Brings different ways to write the same value into one. */
  settle?(value: Value): Value;
}

/** A whole number within bounds. */
export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Kind<number> {
  const bounds = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  return {
    fromText: (text) => (/^-?\d{1,16}$/.test(text) ? Number(text) : text),
    problem: (value) =>
      Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
        ? null
        : `is ${shown(value)}; give a whole number ${bounds}`,
    schema: { type: "integer", minimum: least, ...(most < Number.MAX_SAFE_INTEGER && { maximum: most }) },
    placeholder: "number",
  };
}

/** A whole number that may be left out. */
export function optionalWhole(least: number, most: number): Kind<number | null> {
  return whole(least, most) as Kind<number | null>;
}

/** Any text but an empty one. */
export function text(placeholder: string): Kind<string> {
  return {
    fromText: (given) => given,
    problem: (value) => (typeof value === "string" && value.trim() !== "" ? null : `is ${shown(value)}; give a text`),
    schema: { type: "string", minLength: 1 },
    placeholder,
  };
}

/** A text that nobody else may read: what is wrong with it is said without it. */
export function secret(least: number, judge: (value: string) => string | null = () => null): Kind<string | null> {
  return {
    fromText: (given) => given,
    problem: (value) => {
      if (typeof value !== "string") return "is no text";
      if (value.length < least) return `is too short; give at least ${least} characters`;
      return judge(value);
    },
    schema: { type: "string", minLength: least, writeOnly: true },
    placeholder: "secret",
  };
}

/** A text that names a place, checked by whoever opens such places. */
export function checkedText(placeholder: string, judge: (value: string) => string | null): Kind<string> {
  const plain = text(placeholder);
  return { ...plain, problem: (value) => plain.problem(value) ?? judge(value as string) };
}

/** An absolute http or https address, kept without trailing slash. */
export function address(): Kind<string | null> {
  return {
    fromText: (given) => given,
    problem: (value) =>
      typeof value === "string" && /^https?:\/\//i.test(value) && URL.canParse(value)
        ? null
        : `is ${shown(value)}; give an absolute URL, such as https://node.example`,
    schema: { type: "string", format: "uri", pattern: "^https?://" },
    placeholder: "url",
    settle: (value) => value?.replace(/\/+$/, "") ?? null,
  };
}

/** Yes or no. */
export function yesOrNo(): Kind<boolean> {
  const words: Readonly<Record<string, boolean>> = {
    true: true,
    yes: true,
    1: true,
    false: false,
    no: false,
    0: false,
  };
  return {
    fromText: (given) => words[given.toLowerCase()] ?? given,
    problem: (value) => (typeof value === "boolean" ? null : `is ${shown(value)}; give true or false`),
    schema: { type: "boolean" },
    placeholder: "",
  };
}

/** One of a few words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Kind<Word> {
  return {
    fromText: (given) => given,
    problem: (value) =>
      (words as readonly unknown[]).includes(value) ? null : `is ${shown(value)}; give one of ${words.join(", ")}`,
    schema: { enum: words },
    placeholder: "word",
  };
}

/** Several texts; between commas in the environment. */
export function several(each: (item: string) => boolean, mend: string): Kind<readonly string[]> {
  return {
    fromText: (given) =>
      given
        .split(",")
        .map((item) => item.trim())
        .filter((item) => item !== ""),
    problem: (value) => {
      if (!Array.isArray(value)) return `is ${shown(value)}; give a list`;
      const wrong = value.find((item) => typeof item !== "string" || !each(item));
      return wrong === undefined ? null : `holds ${shown(wrong)}; ${mend}`;
    },
    schema: { type: "array", items: { type: "string" } },
    placeholder: "a,b",
  };
}

function shown(value: unknown): string {
  return typeof value === "string" ? `"${value}"` : (JSON.stringify(value) ?? "nothing");
}
