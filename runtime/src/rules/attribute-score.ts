/** What is looked for: a value, several of them, a bound, or a place. */
export type Wanted =
  | { readonly is: string | number | boolean }
  | { readonly anyOf: readonly string[] }
  | { readonly atMost: number }
  | { readonly atLeast: number }
  /** An instant, ISO 8601. */
  | { readonly before: string }
  | { readonly near: Point; readonly withinKm: number };

export interface Point {
  readonly lat: number;
  readonly lng: number;
}

const EARTH_RADIUS_KM = 6371;

/**
 * How well a value fits, 0 to 1 (objects page 2.2). A single value fits or does not; of a list wanted, the share that is
 * there counts; nearness falls evenly to 0 at the distance given. A value of another kind than the one wanted fits not.
 */
export function attributeScore({ value }: { readonly value: unknown }, wanted: Wanted): number {
  if ("is" in wanted) return exactly(value, wanted.is);
  if ("anyOf" in wanted) return share(value, wanted.anyOf);
  if ("atMost" in wanted) return toScore(lowest(value) <= wanted.atMost);
  if ("atLeast" in wanted) return toScore(highest(value) >= wanted.atLeast);
  if ("before" in wanted) return toScore(typeof value === "string" && Date.parse(value) <= Date.parse(wanted.before));
  return nearness(value, wanted);
}

function exactly(value: unknown, wanted: string | number | boolean): number {
  if (Array.isArray(value)) return toScore(value.some((item) => isSame(item, wanted)));
  if (typeof wanted === "number" && isRange(value)) return toScore(value.min <= wanted && wanted <= value.max);
  return toScore(isSame(value, wanted));
}

function share(value: unknown, wanted: readonly string[]): number {
  if (wanted.length === 0) return 0;
  const held: readonly unknown[] = Array.isArray(value) ? value : [value];
  return wanted.filter((word) => held.some((item) => isSame(item, word))).length / wanted.length;
}

function nearness(value: unknown, { near, withinKm }: { near: Point; withinKm: number }): number {
  if (!isPoint(value) || withinKm <= 0) return 0;
  return Math.max(0, 1 - distanceKm(value, near) / withinKm);
}

/** Great-circle distance in kilometres. */
export function distanceKm(one: Point, other: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [latitudes, longitudes] = [radians(other.lat - one.lat), radians(other.lng - one.lng)];
  const a =
    Math.sin(latitudes / 2) ** 2 +
    Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(longitudes / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
}

function isSame(value: unknown, wanted: string | number | boolean): boolean {
  if (typeof value !== "string" || typeof wanted !== "string") return value === wanted;
  return value.toLowerCase() === wanted.toLowerCase();
}

/** Bounds of a number or of a range such as a price's; NaN, which no bound holds for, of anything else. */
function lowest(value: unknown): number {
  return typeof value === "number" ? value : isRange(value) ? value.min : Number.NaN;
}

function highest(value: unknown): number {
  return typeof value === "number" ? value : isRange(value) ? value.max : Number.NaN;
}

function isRange(value: unknown): value is { min: number; max: number } {
  return isObject(value) && typeof value["min"] === "number" && typeof value["max"] === "number";
}

function isPoint(value: unknown): value is Point {
  return isObject(value) && typeof value["lat"] === "number" && typeof value["lng"] === "number";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function toScore(fits: boolean): number {
  return fits ? 1 : 0;
}
