import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const VOCABULARY = fileURLToPath(new URL("../../spec/vocabulary/main.tsp", import.meta.url));
const PACKAGES = fileURLToPath(new URL("peer/node_modules", import.meta.url));

const OPERATIONS_PER_AREA = 6;

/**
 * Writes a specification of that many operations, in areas of six: each with its objects, a machine, scopes, errors
 * and requirements, about as many as the protocol has of each.
 * @returns its entry file
 */
export function writeSyntheticSpec(folder: string, operations: number, variant = ""): string {
  mkdirSync(folder, { recursive: true });
  symlinkSync(PACKAGES, join(folder, "node_modules"));
  const areas = Array.from({ length: operations / OPERATIONS_PER_AREA }, (_, index) => nameOf(index));
  for (const area of areas) writeFileSync(join(folder, `${area}.tsp`), areaOf(area, variant));
  const entryPoint = join(folder, "main.tsp");
  writeFileSync(entryPoint, mainOf(areas));
  return entryPoint;
}

/** `aa`, `ab` and so on: scopes are of letters only. */
function nameOf(index: number): string {
  return String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26));
}

function mainOf(areas: readonly string[]): string {
  const members = (line: (area: string) => string) => areas.map(line).join("");
  return `import "@typespec/http";
import "@typespec/openapi";
import "@typespec/versioning";
import ${JSON.stringify(VOCABULARY)};
${members((area) => `import "./${area}.tsp";\n`)}
using TypeSpec.Http;
using Servicialo.Vocabulary;

/** A protocol made up for measuring. */
@service(#{ title: "Servicialo" })
@TypeSpec.Versioning.versioned(Versions)
@server("/servicialo/v1", "Base path")
namespace Servicialo;

enum Versions {
  v1: "1.0",
}

@errorCatalogue
enum ErrorCode {
${members(
  (area) =>
    `  @wireError(#{ status: 409, title: "Conflict in ${area}", \`when\`: "taken", retryable: true, edition: "standard" })\n  CONFLICT_${area.toUpperCase()},\n`,
)}}

@scopeCatalogue
enum Scope {
${members((area) => `  /** See ${area}. */\n  ${area}_read: "${area}:read",\n\n  /** Change ${area}. */\n  ${area}_write: "${area}:write",\n`)}}

/** An opaque id. */
@minLength(1)
@maxLength(64)
scalar Id extends string;

/** An instant. */
@format("date-time")
@pattern("^\\\\d{4}-\\\\d{2}-\\\\d{2}T\\\\d{2}:\\\\d{2}:\\\\d{2}Z$")
scalar Instant extends string;

/** An amount in minor units of a currency. */
model Money {
  @minValue(0)
  amount: int32;

  @pattern("^[A-Z]{3}$")
  currency: string;
}

@envelope("command")
model Command<Attributes, Type extends string> {
  data: { type: Type; attributes: Attributes };
}

@envelope("single")
model Single<Attributes, Type extends string> {
  data: { type: Type; id: Id; attributes: Attributes };
}

@envelope("collection")
model Collection<Attributes, Type extends string> {
  data: { type: Type; id: Id; attributes: Attributes }[];
  meta: { total: int32 };
}

/** Body of every refused request. */
model ErrorDocument {
  errors: string[];
}

model CommandBody<Attributes, Type extends string> {
  @header contentType: "application/vnd.api+json" | "application/json";
  @body body: Command<Attributes, Type>;
}

model Answer<Body> {
  @statusCode _: 200;
  @header contentType: "application/vnd.api+json";
  @body body: Body;
}
`;
}

function areaOf(area: string, variant: string): string {
  const Area = area.toUpperCase();
  return `using TypeSpec.Http;
using TypeSpec.OpenAPI;
using Servicialo.Vocabulary;

namespace Servicialo;

/** State of a thing of ${area}. */
@machine("${area}")
enum ${Area}State {
  /** Asked for. */
  @state(#{ kind: "core", order: 1 })
  asked,

  /** Under way. */
  @state(#{ kind: "core", order: 2 })
  begun,

  /** Over. */
  @state(#{ kind: "core", order: 3 })
  done,
}

@@entry(${Area}State.asked, #{ id: "${Area}-01", operations: #["${area}.create"], by: #[Party.client], agent: Autonomy.alone });
@@move(${Area}State.asked, ${Area}State.begun, #{
  id: "${Area}-02",
  operations: #["${area}.begin"],
  by: #[Party.provider],
  agent: Autonomy.forbidden,
});
@@move(${Area}State.begun, ${Area}State.done, #{
  id: "${Area}-03",
  operations: #["${area}.finish"],
  by: #[Party.provider, Party.organization],
  agent: Autonomy.alone,
  effects: #["the client is told"],
});

/** What a thing of ${area} is about. */
@exactlyOneOf("room", "address")
model ${Area}Place {
  @minValue(1)
  @maxValue(99)
  room?: int32;

  /** Postal address. */
  @sensitivity(Sensitivity.personal)
  @maxLength(200)
  address?: string;
}

/** A line of a thing of ${area}. */
model ${Area}Line {
  /** What it is for. */
  @maxLength(80)
  label: string;

  price: Money;
  quantity: int32;
  taxed: boolean${variant === "" ? "" : ";\n  note?: string"};
}

/** A thing of ${area}. */
model ${Area}Thing {
  id: Id;
  state: ${Area}State;
  created_at: Instant;

  /** Where it takes place. */
  place: ${Area}Place;

  @minItems(1)
  lines: ${Area}Line[];

  total: Money;
  kind: "one" | "another" | "third";
  replaced_by: Id | null;
  notes?: string[];
  labels?: Record<string>;
}

/** Asks for a thing of ${area}. */
model Create${Area} {
  place: ${Area}Place;
  lines: ${Area}Line[];
  kind: "one" | "another" | "third";
  notes?: string[];
}

@@requirement(${Area}Thing.place, #{
  id: "SVC-${Area}-001",
  keyword: Keyword.MUST,
  level: Level.CORE,
  text: "A thing of ${area} MUST have a place.",
  source: "bench",
  test: "pos: it has one",
}, ${Area}State.asked);

interface ${Area}Things {
${operationsOf(area, Area)}}
`;
}

function operationsOf(area: string, Area: string): string {
  const Thing = `Answer<Single<${Area}Thing, "${area}_things">>`;
  const words = (readOnly: boolean, scope: string) => `  @tier(Tier.credential)
  @phase(Phase.delivery)
  @level(Level.CORE)
  @scopes(Scope.${area}_${scope})
  @mcpTool(#{ title: "Use ${area}", readOnly: ${readOnly}, destructive: false, idempotent: true })
`;
  const move = (name: string) => `  /** Lets a thing of ${area} ${name}. */
  @operationId("${area}.${name}")
${words(false, "write")}  @raises(ErrorCode.CONFLICT_${Area})
  @requirement(#{ id: "SVC-${Area}-${name === "begin" ? "002" : "003"}", keyword: Keyword.MUST, level: Level.CORE, text: "A node MUST ${name} once.", source: "bench", test: "pos: once" })
  @route("/${area}/{thing_id}/${name}")
  @post
  ${name}(@path thing_id: Id, ...CommandBody<{ at: Instant }, "${area}_things">): ${Thing};
`;
  return `  /** Makes a thing of ${area}. */
  @operationId("${area}.create")
${words(false, "write")}  @raises(ErrorCode.CONFLICT_${Area})
  @route("/${area}")
  @post
  create(...CommandBody<Create${Area}, "${area}_things">): ${Thing};

  /** Lists things of ${area}. */
  @operationId("${area}.list")
${words(true, "read")}  @route("/${area}")
  @get
  list(@query person?: Id, @query limit?: int32 = 20): Answer<Collection<${Area}Thing, "${area}_things">>;

  /** Reads a thing of ${area}. */
  @operationId("${area}.get")
${words(true, "read")}  @route("/${area}/{thing_id}")
  @get
  get(@path thing_id: Id): ${Thing};

  /** Changes a thing of ${area}. */
  @operationId("${area}.change")
${words(false, "write")}  @route("/${area}/{thing_id}")
  @patch
  change(@path thing_id: Id, ...CommandBody<{ notes: string[] }, "${area}_things">): ${Thing};

${move("begin")}
${move("finish")}`;
}
