import { PROTOCOL_VERSION } from "../artefacts.ts";
import { isRecord, pickList, pickText } from "../json-path.ts";
import type { SchemaValidator } from "../schema-validator.ts";
import type { CardKind } from "./card-kind.ts";
import { judge, type Point } from "./point.ts";

const SCHEMAS: Readonly<Record<CardKind, string>> = { servicialo: "agent-card", a2a: "a2a-card" };

/** Whether the document is a card. */
export function schemaPoints(card: unknown, kind: CardKind, validator: SchemaValidator): readonly Point[] {
  const area = "schema";
  const findings = card === undefined ? [] : validator.findings(SCHEMAS[kind], card);
  return [
    judge(
      {
        id: "schema.json",
        area,
        title: "is a JSON object",
        keyword: "MUST",
        source: "objects 22",
        weight: 5,
        expected: "a JSON object",
        mend: "Answer the card itself: no HTML, no list, no envelope.",
      },
      { holds: isRecord(card), got: card === undefined ? "no JSON" : isRecord(card) ? "an object" : card },
    ),
    judge(
      {
        id: "schema.valid",
        area,
        title: `is valid against the published schema ${SCHEMAS[kind]}`,
        keyword: "MUST",
        source: kind === "servicialo" ? "SVC-CARD-001" : "objects 22",
        weight: 15,
        expected: "nothing that breaks the schema",
        mend: "Mend the members that the findings name.",
      },
      {
        holds: isRecord(card) && findings.length === 0,
        got: !isRecord(card) ? "nothing to validate" : findings.length === 0 ? "valid" : findings.join("; "),
      },
    ),
    kind === "servicialo" ? protocolVersion(card) : a2aVersion(card),
  ];
}

function protocolVersion(card: unknown): Point {
  const version = pickText(card, "version");
  return judge(
    {
      id: "schema.version",
      area: "schema",
      title: "names the version of the protocol",
      keyword: "SHOULD",
      source: "errors page E-10",
      weight: 4,
      expected: `${PROTOCOL_VERSION}.x`,
      mend: `Write "${PROTOCOL_VERSION}.0", if that is the version you serve: it is the protocol's, not the card's.`,
    },
    { holds: version?.startsWith(`${PROTOCOL_VERSION}.`) ?? false, got: version ?? "none" },
  );
}

function a2aVersion(card: unknown): Point {
  const versions = [
    pickText(card, "protocolVersion"),
    ...pickList(card, "supportedInterfaces").map((each) => pickText(each, "protocolVersion")),
  ].filter((version) => version !== undefined);
  return judge(
    {
      id: "schema.version",
      area: "schema",
      title: "names a version of A2A",
      keyword: "SHOULD",
      source: "objects 22",
      weight: 4,
      expected: "0.3 or later, in protocolVersion or supportedInterfaces",
      mend: "Name the versions that the endpoint speaks: protocolVersion for 0.3, supportedInterfaces for 1.0.",
    },
    { holds: versions.some((version) => /^(?:0\.[3-9]|[1-9])/.test(version)), got: versions.join(", ") || "none" },
  );
}
