import { cardFacts, findOperation } from "../artefacts.ts";
import { isRecord, pickList, pickNumber, pickText } from "../json-path.ts";
import type { SchemaValidator } from "../schema-validator.ts";
import type { CardKind } from "./card-kind.ts";
import { doorsIn } from "./endpoints.ts";
import { judge, type Point } from "./point.ts";
import { describe, type Wire } from "./wire.ts";

/** What needs a credential on every node: reading a client's account (operations 2). */
const GUARDED = `${findOperation("payments.get_status")?.path}?client_id=unknown`;

/** Whether the card says how to authenticate, and the node holds to it. */
export async function authPoints(
  wire: Wire,
  { card, kind, validator }: { card: unknown; kind: CardKind; validator: SchemaValidator },
): Promise<readonly Point[]> {
  const guard = await guardPoint(wire, card, kind);
  return kind === "servicialo" ? [...declaredPoints(card, validator), guard] : [...schemePoints(card), guard];
}

function declaredPoints(card: unknown, validator: SchemaValidator): readonly Point[] {
  const area = "auth";
  const type = pickText(card, "authentication.type");
  const foreign = pickList(card, "authentication.scopes").filter((scope) => !cardFacts.scopes.includes(String(scope)));
  const open = pickNumber(card, "authentication.public_tools_count") ?? 0;
  const all = pickNumber(card, "authentication.authenticated_tools_count") ?? open;
  return [
    judge(
      {
        id: "auth.declared",
        area,
        title: "says how to authenticate",
        keyword: "MUST",
        source: "SVC-CARD-001",
        weight: 4,
        expected: "authentication.type of the schema, such as api_key",
        mend: "Write authentication.type.",
      },
      { holds: validator.findings("authentication-type", type).length === 0, got: type ?? "none" },
    ),
    judge(
      {
        id: "auth.scopes",
        area,
        title: "offers scopes that there are, and counts its tools soundly",
        keyword: "SHOULD",
        source: "objects 22",
        weight: 2,
        expected: "scopes of the catalogue; no more public tools than tools with a credential",
        mend: "Name the scopes of the catalogue; count the public tools among those with a credential.",
      },
      {
        holds: isRecord(card) && foreign.length === 0 && open <= all,
        got: foreign.length > 0 ? `unknown: ${foreign.join(", ")}` : `${open} public of ${all} tools`,
      },
    ),
  ];
}

function schemePoints(card: unknown): readonly Point[] {
  const area = "auth";
  const schemes = isRecord(card) && isRecord(card.securitySchemes) ? Object.keys(card.securitySchemes) : [];
  const older = isRecord(card) && isRecord(card.authentication);
  const required = namesRequired(card);
  const unknown = required.filter((name) => !schemes.includes(name));
  return [
    judge(
      {
        id: "auth.declared",
        area,
        title: "says how to authenticate",
        keyword: "SHOULD",
        source: "objects 22",
        weight: 4,
        expected: "securitySchemes, or authentication",
        mend: "Describe the bearer token in securitySchemes.",
      },
      { holds: schemes.length > 0 || older, got: schemes.join(", ") || (older ? "authentication" : "neither") },
    ),
    judge(
      {
        id: "auth.requirements",
        area,
        title: "requires only schemes that it describes",
        keyword: "SHOULD",
        source: "objects 22",
        weight: 2,
        expected: "every required scheme stands in securitySchemes",
        mend: "Describe the schemes that are required, or do not require them.",
      },
      {
        holds: isRecord(card) && unknown.length === 0,
        got: unknown.length === 0 ? required.join(", ") || "none required" : `not described: ${unknown.join(", ")}`,
      },
    ),
  ];
}

/** Schemes that a card requires: `securityRequirements` in A2A 1.0, `security` in 0.3. */
function namesRequired(card: unknown): readonly string[] {
  return [...pickList(card, "securityRequirements"), ...pickList(card, "security")].flatMap((each) => {
    if (!isRecord(each)) return [];
    return Object.keys(isRecord(each.schemes) ? each.schemes : each);
  });
}

/** Whether what is not public is refused without a credential. */
async function guardPoint(wire: Wire, card: unknown, kind: CardKind): Promise<Point> {
  const rest = doorsIn(card, kind).get("rest");
  const heard =
    rest !== undefined && URL.canParse(rest) ? await wire.ask(`${rest.replace(/\/+$/, "")}${GUARDED}`) : null;
  return judge(
    {
      id: "auth.enforced",
      area: "auth",
      title: "refuses a stranger what is not public",
      keyword: "MUST",
      source: "SVC-HTTP-007",
      weight: 4,
      expected: "401 without a credential",
      mend: "Ask for a credential before anything else is judged.",
    },
    {
      holds: heard === null || heard.status === null ? null : heard.status === 401,
      got: heard === null ? "no HTTP profile is named" : describe(heard),
    },
  );
}
