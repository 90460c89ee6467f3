import fc from "fast-check";

/**
 * Texts that break careless servers. None of them looks like what a server must not reveal (a stack frame, a statement with
 * a table, a token): one that is merely echoed is no leak.
 */
const TEXTS: readonly string[] = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "x".repeat(5_000),
  "ñ🙂漢\u202e\u200f",
  "\ud800",
  "e\u0301\uffff",
  "' OR '1'='1",
  '"; DROP TABLE sessions; --',
  "<script>alert(1)</script>",
  "../../etc/passwd",
  "..%2f..%2f",
  "%00",
  "%",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a text for servers that replace such things
  "${jndi:ldap://127.0.0.1/a}",
  "{{7*7}}",
  "__proto__",
  "constructor",
  "toString",
  "-1",
  "0",
  "1e309",
  "NaN",
  "null",
  "true",
  "9007199254740993",
  "2026-02-30T25:61:00Z",
  "-271821-04-20T00:00:00Z",
  "+275760-09-13T00:00:00Z",
  "9999-12-31T23:59:59.999999999Z",
  "0000-00-00",
  "America/Nowhere",
  "\r\nx-injected: 1",
];

const NUMBERS: readonly number[] = [
  0,
  -1,
  1.5,
  0.1 + 0.2,
  2 ** 31,
  2 ** 53 + 2,
  -(2 ** 63),
  1e21,
  1e308,
  -1e308,
  Number.MIN_VALUE,
];

/** A member named `__proto__`, which a literal cannot have. */
const PROTO: unknown = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');

/** Any text, mostly one of those that break things. */
export function hostileText(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme" }) },
  );
}

/** Any JSON value, mostly one of those that break things. */
export function hostileValue(): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 5, arbitrary: hostileText() },
    { weight: 3, arbitrary: fc.constantFrom(...NUMBERS) },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { $gt: "" }, PROTO) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<unknown>(
        nested(200),
        Array.from({ length: 1_000 }, () => 0),
      ),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );
}

function nested(depth: number): unknown {
  let value: unknown = "x";
  for (let level = 0; level < depth; level += 1) value = { a: value };
  return value;
}

/** Whole bodies in place of a command. */
export const HOSTILE_BODIES: readonly string[] = [
  "",
  "null",
  "[]",
  "7",
  '"text"',
  "{",
  '{"data":',
  '{"data":null}',
  '{"data":[]}',
  '{"data":{"type":7,"attributes":[]}}',
  '{"data":{"type":"sessions"}}',
  '{"data":{"attributes":null}}',
  '{"data":{"type":"sessions","attributes":{"a":1e999}}}',
  '{"a":1,"a":2}',
  '{"__proto__":{"a":1}}',
  "\ufeff{}",
  "NaN",
  "[".repeat(20_000),
  `{"data":{"type":"sessions","attributes":${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}}}`,
  JSON.stringify({ data: { type: "sessions", attributes: { name: "x".repeat(200_000) } } }),
];

/** Headers that a careless server trips over; their values are printable, since nothing else gets over the wire. */
export const HOSTILE_HEADERS: readonly (readonly [name: string, value: string])[] = [
  ["x-servicialo-version", ""],
  ["x-servicialo-version", "0.8, 0.9"],
  ["x-servicialo-version", "99999999999999999999.1"],
  ["x-servicialo-version", "__proto__"],
  ["x-servicialo-actor", "not base64!"],
  ["x-servicialo-actor", "e30="],
  ["x-servicialo-actor", "bnVsbA=="],
  ["x-servicialo-actor", "W10="],
  ["x-servicialo-actor", Buffer.from('{"type":"client","id":{"a":1}}').toString("base64")],
  ["x-servicialo-actor", "A".repeat(6_000)],
  ["idempotency-key", ""],
  ["idempotency-key", "k".repeat(3_000)],
  ["idempotency-key", "with space"],
  ["accept", "text/html;q=banana"],
  ["accept", "*/*;q=0"],
  ["content-type", "application/json; charset=utf-16"],
  ["content-type", 'application/vnd.api+json; ext="x"'],
  ["content-type", "text/plain"],
  ["content-type", "multipart/form-data"],
  ["content-type", "multipart/form-data; boundary=x"],
  ["authorization", "Bearer"],
  ["authorization", "Basic Og=="],
  ["authorization", "Bearer x y z"],
  ["if-none-match", '"'],
  ["x-request-id", "x".repeat(2_000)],
  ["x-forwarded-for", "999.1.1.1, '"],
  ["range", "bytes=9-1"],
];
