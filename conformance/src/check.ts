import type { Answer } from "./answer.ts";
import { findError } from "./artefacts.ts";
import { closestStandardCode } from "./closest-code.ts";
import { isRecord, pickList, pickText, sameJson } from "./json-path.ts";
import { gravest, NotApplicable, Unmet, type Verdict } from "./verdict.ts";

/** One thing that was expected, and what was seen. */
export interface Expectation {
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  readonly holds: boolean;
  /** Sequence number of the exchange that it is about. */
  readonly exchange: number | null;
}

/** A positive check shows that what must work works; a negative one that what must be refused is refused. */
export type CheckKind = "positive" | "negative";

/** The outcome of one check. */
export interface CheckRecord {
  readonly name: string;
  readonly kind: CheckKind;
  readonly verdict: Verdict;
  /** Why it could not be judged, where that is so. */
  readonly reason: string | null;
  /** Name of the passing check that a negative one differs from in one thing. */
  readonly control: string | null;
  readonly expectations: readonly Expectation[];
  /** Sequence numbers of the exchanges made during the check: from (exclusive) and to (inclusive). */
  readonly exchanges: readonly [number, number];
}

const JSON_API = "application/vnd.api+json";
const LONGEST_TEXT = 400;

/** Collects expectations. No helper throws on a mismatch: each answers whether it holds, and remembers it. */
export class Check {
  readonly #expectations: Expectation[] = [];
  readonly #exactCodes: boolean;

  constructor(exactCodes: boolean) {
    this.#exactCodes = exactCodes;
  }

  get expectations(): readonly Expectation[] {
    return this.#expectations;
  }

  /** PASS needs at least one expectation; a check that expects nothing can never fail and is a fault of the suite. */
  get verdict(): Verdict {
    if (this.#expectations.length === 0) return "HARNESS_ERROR";
    return gravest(this.#expectations.map((one) => (one.holds ? "PASS" : "FAIL")));
  }

  get passing(): boolean {
    return this.#expectations.every((one) => one.holds);
  }

  /** Records any expectation in words. */
  holds(
    what: string,
    holds: boolean,
    seen: { expected: string; actual: unknown; answer?: Answer | undefined },
  ): boolean {
    this.#expectations.push({
      what,
      expected: seen.expected,
      actual: show(seen.actual),
      holds,
      exchange: seen.answer?.exchange.seq ?? null,
    });
    return holds;
  }

  /** Two JSON values are equal; the order of members does not matter. */
  equal(what: string, values: { expected: unknown; actual: unknown; answer?: Answer | undefined }): boolean {
    return this.holds(what, sameJson(values.expected, values.actual), {
      expected: show(values.expected),
      actual: values.actual,
      answer: values.answer,
    });
  }

  /** The answer has one of the statuses. */
  status(answer: Answer, ...statuses: readonly number[]): boolean {
    return this.holds(`status of ${name(answer)}`, statuses.includes(answer.status), {
      expected: statuses.join(" or "),
      actual: answer.describe(),
      answer,
    });
  }

  /** The answer is accepted with one resource of the given JSON:API type (HTTP profile 2.4.1). */
  resource(answer: Answer, status: number | readonly number[], type: string): boolean {
    if (!this.status(answer, ...[status].flat())) return false;
    const data = answer.at("data");
    const fits =
      isRecord(data) &&
      data.type === type &&
      typeof data.id === "string" &&
      data.id !== "" &&
      isRecord(data.attributes);
    return this.holds(`body of ${name(answer)}`, fits, {
      expected: `data with type "${type}", id and attributes`,
      actual: isRecord(data) ? { type: data.type, id: data.id, attributes: typeof data.attributes } : answer.text,
      answer,
    });
  }

  /** The answer is a collection of the given JSON:API type with `meta` and `links` (HTTP profile 2.4.2). */
  collection(answer: Answer, type: string): boolean {
    if (!this.status(answer, 200)) return false;
    const data = answer.at("data");
    const fits =
      Array.isArray(data) &&
      isRecord(answer.at("meta")) &&
      isRecord(answer.at("links")) &&
      data.every(
        (item) => isRecord(item) && item.type === type && typeof item.id === "string" && isRecord(item.attributes),
      );
    return this.holds(`body of ${name(answer)}`, fits, {
      expected: `an array data of "${type}" with meta and links`,
      actual: answer.text,
      answer,
    });
  }

  /**
   * The answer refuses with this status and code in the error envelope. A foreign node may give the closest standard
   * code in place of an extension code of this edition (decision D-34).
   */
  refused(answer: Answer, ...wanted: readonly string[]): boolean {
    const entries = pickList(answer.body, "errors");
    const codes = answer.errorCodes;
    const fits = wanted.some((code) => {
      const status = findError(code)?.status;
      const accepted = this.#exactCodes ? [code] : [code, ...closestStandardCode(code)];
      return answer.status === status && entries.length > 0 && codes.some((seen) => accepted.includes(seen));
    });
    return this.holds(`refusal of ${name(answer)}`, fits, {
      expected: wanted.map((code) => `${findError(code)?.status ?? "?"} ${code}`).join(" or "),
      actual: codes.length > 0 ? answer.describe() : `${answer.describe()} ${answer.text}`,
      answer,
    });
  }

  /** An accepted or refused session answer shows the session in this state. */
  state(answer: Answer, expected: string): boolean {
    return this.equal("lifecycle.current_state", {
      expected,
      actual: pickText(answer.body, "data.attributes.lifecycle.current_state"),
      answer,
    });
  }

  /** Answers of enveloped endpoints carry the media type of the protocol (decision D-21). */
  enveloped(answer: Answer): boolean {
    return this.equal(`Content-Type of ${name(answer)}`, { expected: JSON_API, actual: answer.mediaType, answer });
  }

  /** Something that the check needs is missing: it ends as NOT_VERIFIED and blocks the level. */
  notVerified(reason: string): never {
    throw new Unmet(reason);
  }

  /** The node does not declare what the check is about, and the level lets it. */
  notApplicable(reason: string): never {
    throw new NotApplicable(reason);
  }
}

function name(answer: Answer): string {
  const { method, url } = answer.exchange.request;
  return `${method} ${new URL(url).pathname}`;
}

function show(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
