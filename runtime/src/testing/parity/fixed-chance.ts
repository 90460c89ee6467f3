/*
 * Chance that can be repeated: two nodes that are asked the same from the same point on draw the same ids, keys and
 * nonces. Tests put it in the place of `node:crypto` and `ulid`.
 */

let series = 0;
let drawn = 0;

/** Begins a series anew; higher ones sort behind lower ones. */
export function rewindChance(to: number): void {
  series = to;
  drawn = 0;
}

/** Bytes that no other draw has. */
export function chanceBytes(size: number): Buffer {
  const own = Buffer.alloc(Math.max(size, 8));
  own.writeUInt32BE(series, 0);
  own.writeUInt32BE(++drawn, 4);
  let state = (series * 0x9e3779b1 + drawn) >>> 0;
  for (let index = 8; index < size; index++) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39) >>> 0;
    own[index] = state >>> 24;
  }
  return own.subarray(0, size);
}

export function chanceUuid(): `${string}-${string}-${string}-${string}-${string}` {
  const hex = chanceBytes(16).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(12, 13)}${hex.slice(18, 20)}-${hex.slice(20)}`;
}

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** An identifier that sorts by its time, and by its draw within it. */
export function chanceUlid(milliseconds: number): string {
  return `${inDigits(milliseconds, 10)}${inDigits(series, 6)}${inDigits(++drawn, 10)}`;
}

function inDigits(value: number, length: number): string {
  let text = "";
  for (let left = value; text.length < length; left = Math.floor(left / 32)) text = `${DIGITS[left % 32]}${text}`;
  return text;
}
