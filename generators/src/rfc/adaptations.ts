import type { Finding } from "../diff/finding.ts";
import type { Language } from "./words.ts";

/** Whom a step is written for: people who build, or agents that call. */
export type Reader = "implementers" | "agents";

type Step = Readonly<Record<Language, string>>;

interface Adaptation {
  readonly rules: RegExp;
  /** Only where the thing flows this way. */
  readonly direction?: Finding["direction"];
  readonly implementers: Step;
  /** What an agent does about it; as for implementers when it is the same. */
  readonly agents?: Step;
}

/** What to do about a change, by the rule that found it. The first that fits counts. */
const ADAPTATIONS: readonly Adaptation[] = [
  {
    rules:
      /^(?:requirement-(?:added|text-changed)|keyword-(?:strengthened|reversed)|requirement-level-raised|erratum-decision-changed)$/,
    implementers: {
      en: "Fulfil it before you serve this version, and run its case. A caller stays inside of it from the first call on.",
      es: "Cumplirlo antes de servir esta versión y ejecutar su caso. Quien llama se atiene a él desde la primera llamada.",
    },
    agents: {
      en: "Read the sentence before the call: what was accepted may be refused now.",
      es: "Leer la frase antes de llamar: lo que se aceptaba puede rechazarse ahora.",
    },
  },
  {
    rules: /^(?:requirement-|keyword-|erratum-)/,
    implementers: {
      en: "Keep doing it if you can; as a caller, no longer count on it.",
      es: "Seguir haciéndolo si se puede; quien llama deja de contar con ello.",
    },
  },
  {
    rules: /^(?:operation-removed|tool-removed|document-removed|machine-removed|version-removed)$/,
    implementers: {
      en: "Take it out of what you call and offer, or serve both versions while callers of the old one are left.",
      es: "Quitarlo de lo que se llama y se ofrece, o servir ambas versiones mientras queden quienes usan la anterior.",
    },
    agents: {
      en: "Do not call it. Look into the node's list of tools for what replaces it, and ask the principal when nothing does.",
      es: "No llamarla. Buscar en la lista de herramientas del nodo qué la reemplaza y preguntar al mandante si nada lo hace.",
    },
  },
  {
    rules: /^(?:operation-added|tool-added|document-added|machine-added|version-added)$/,
    implementers: {
      en: "Serve it where your level demands it; until then leave it out of your capabilities.",
      es: "Servirlo donde el nivel lo exija; hasta entonces, dejarlo fuera de las capacidades.",
    },
    agents: { en: "It can be used once the node lists it.", es: "Puede usarse cuando el nodo la liste." },
  },
  {
    rules: /^(?:operation-renamed|tool-renamed|type-name-removed|move-id-changed)$/,
    implementers: {
      en: "Search for the old name in code, tables and mandates, and put the new one.",
      es: "Buscar el nombre anterior en código, tablas y mandatos y poner el nuevo.",
    },
    agents: {
      en: "Call it by the new name; keep the old one for nodes of the old version.",
      es: "Llamarla por el nombre nuevo; conservar el anterior para nodos de la versión anterior.",
    },
  },
  {
    rules: /^(?:operation-route-changed|base-path-changed|parameter-moved)$/,
    implementers: {
      en: "Generate the client again; answer at the old place while callers of the old version are left.",
      es: "Generar el cliente de nuevo; responder en el lugar anterior mientras queden quienes usan la versión anterior.",
    },
    agents: {
      en: "Nothing to do through tools; over HTTP, read the route from the card.",
      es: "Nada que hacer mediante herramientas; por HTTP, leer la ruta en la tarjeta.",
    },
  },
  {
    rules: /^(?:state-|initial-state-changed)/,
    implementers: {
      en: "Bring tables that are keyed by state in line, move records that are in a state that is gone, and decide what callers of the old version are shown.",
      es: "Ajustar las tablas por estado, mover los registros que están en un estado que ya no existe y decidir qué ve la versión anterior.",
    },
    agents: {
      en: "Read the state anew before acting; in a state you do not know, do nothing and report it.",
      es: "Leer el estado de nuevo antes de actuar; en un estado desconocido, no hacer nada e informarlo.",
    },
  },
  {
    rules: /^(?:move-autonomy|operation-autonomy)-tightened$/,
    implementers: {
      en: "Refuse agents that act alone here, and offer the confirmation that they need.",
      es: "Rechazar a los agentes que aquí actúan solos y ofrecer la confirmación que necesitan.",
    },
    agents: {
      en: "Ask a human for a confirmation first; where it is forbidden, say so and leave it to them.",
      es: "Pedir antes la confirmación de una persona; donde esté prohibido, decirlo y dejarlo en sus manos.",
    },
  },
  {
    rules:
      /^(?:move-autonomy-weakened|operation-autonomy-weakened|move-agent-condition-changed|operation-agent-condition-changed)$/,
    implementers: {
      en: "Decide by the new rule for mandates that are granted from now on; those that are out keep the old one.",
      es: "Decidir por la regla nueva en los mandatos que se otorguen desde ahora; los vigentes conservan la anterior.",
    },
    agents: {
      en: "Check the condition before acting alone; when in doubt, ask.",
      es: "Comprobar la condición antes de actuar solo; ante la duda, preguntar.",
    },
  },
  {
    rules: /^move-/,
    implementers: {
      en: "Change the table of moves and its tests; a client that made the move checks first who may make it, by what and with what.",
      es: "Cambiar la tabla de movimientos y sus pruebas; un cliente que hacía el movimiento comprueba antes quién puede hacerlo, con qué operación y con qué datos.",
    },
    agents: {
      en: "Before the call, check who may make the move and what it needs; tell the principal when it can no longer be undone.",
      es: "Antes de llamar, comprobar quién puede hacer el movimiento y qué exige; avisar al mandante si ya no puede deshacerse.",
    },
  },
  {
    rules: /^(?:scope-|operation-(?:became-scoped|became-unscoped|scope-))/,
    implementers: {
      en: "Change the check of mandates, and offer the scope where mandates are granted.",
      es: "Cambiar la comprobación de mandatos y ofrecer el alcance donde se otorgan.",
    },
    agents: {
      en: "Read the scopes of the mandate; ask the principal to grant what is missing before you plan with the operation.",
      es: "Leer los alcances del mandato; pedir al mandante el que falte antes de planear con la operación.",
    },
  },
  {
    rules: /^(?:tier-|actor-)/,
    implementers: {
      en: "Change who is let in, and send the credential and the actor that are asked for.",
      es: "Cambiar a quién se deja entrar y enviar la credencial y el actor que se piden.",
    },
    agents: {
      en: "Send the credential, and say in whose name you act.",
      es: "Enviar la credencial y decir en nombre de quién se actúa.",
    },
  },
  {
    rules: /^operation-(?:level|became-required|no-longer)/,
    implementers: {
      en: "Check the level you claim; as a caller, look into the capabilities first.",
      es: "Revisar el nivel que se declara; quien llama mira antes las capacidades.",
    },
    agents: { en: "Look into the capabilities before the call.", es: "Mirar las capacidades antes de llamar." },
  },
  {
    rules: /^(?:tool-annotation|tool-title|phase-)/,
    implementers: {
      en: "Publish the new annotations, and check that the handler keeps what they promise.",
      es: "Publicar las anotaciones nuevas y comprobar que el manejador cumple lo que prometen.",
    },
    agents: {
      en: "Read the annotations anew: do not repeat or call without asking what no longer promises to be harmless.",
      es: "Leer las anotaciones de nuevo: no repetir ni llamar sin preguntar lo que ya no promete ser inofensivo.",
    },
  },
  {
    rules: /^(?:error-|operation-error-)/,
    implementers: {
      en: "Bring the handling of refusals in line: code, status, whether to try again.",
      es: "Ajustar el manejo de rechazos: código, estado, si se reintenta.",
    },
    agents: {
      en: "Go by the code, then by the status; try again only what is retryable.",
      es: "Guiarse por el código y luego por el estado; reintentar solo lo reintentable.",
    },
  },
  {
    rules: /^evidence-/,
    implementers: {
      en: "Change how evidence is recognized and checked; deliveries that are under way keep the contract they were booked under.",
      es: "Cambiar cómo se reconoce y comprueba la evidencia; las entregas en curso conservan el contrato con que se reservaron.",
    },
    agents: {
      en: "Read the contract before collecting evidence, and collect what it names.",
      es: "Leer el contrato antes de reunir evidencia y reunir lo que nombra.",
    },
  },
  {
    rules: /^deadline-range-changed$/,
    implementers: {
      en: "Take the new range for contracts from now on, and let those in force run out.",
      es: "Usar el rango nuevo para los contratos desde ahora y dejar que los vigentes terminen.",
    },
  },
  {
    rules: /^sensitivity-/,
    implementers: {
      en: "Change what audit entries and logs show, also in what is kept.",
      es: "Cambiar lo que muestran la auditoría y los registros, también en lo que se conserva.",
    },
  },
  {
    rules: /^default-/,
    implementers: {
      en: "Send the value that you mean instead of leaving it out.",
      es: "Enviar el valor que se quiere en lugar de omitirlo.",
    },
  },
  {
    rules: /^(?:parameter-|body-|request-media-type-)/,
    implementers: {
      en: "Generate client and server again, and bring the calls in line.",
      es: "Generar cliente y servidor de nuevo y ajustar las llamadas.",
    },
    agents: {
      en: "Read the tool's input anew before the call.",
      es: "Leer de nuevo la entrada de la herramienta antes de llamar.",
    },
  },
  {
    rules: /^answer-/,
    implementers: {
      en: "Generate client and server again, and read the answer by its status and type.",
      es: "Generar cliente y servidor de nuevo y leer la respuesta por su estado y tipo.",
    },
    agents: {
      en: "Read the answer by what it says, not by its place.",
      es: "Leer la respuesta por lo que dice, no por su lugar.",
    },
  },
  {
    rules: /.*/,
    direction: "request",
    implementers: {
      en: "Generate again. A caller sends only what is taken now; a node takes it, and refuses the rest with 422.",
      es: "Generar de nuevo. Quien llama envía solo lo que ahora se acepta; un nodo lo acepta y rechaza el resto con 422.",
    },
    agents: {
      en: "Read the tool's input anew and send only what it takes.",
      es: "Leer de nuevo la entrada de la herramienta y enviar solo lo que acepta.",
    },
  },
  {
    rules: /.*/,
    direction: "response",
    implementers: {
      en: "Generate again. A node answers it; a reader is ready for what can come now, and does without what may be missing.",
      es: "Generar de nuevo. Un nodo lo responde; un lector está preparado para lo que ahora puede llegar y prescinde de lo que puede faltar.",
    },
    agents: {
      en: "Expect it in answers, and do not fail over what is unknown or missing.",
      es: "Esperarlo en las respuestas y no fallar por lo desconocido o lo ausente.",
    },
  },
];

/**
 * What a reader does about a finding.
 * @throws {Error} when a rule has no adaptation: a new rule needs one
 */
export function adaptationTo(finding: Pick<Finding, "rule" | "direction">, reader: Reader): Step {
  const found = ADAPTATIONS.find(
    ({ rules, direction }) => rules.test(finding.rule) && (direction === undefined || direction === finding.direction),
  );
  if (!found) throw new Error(`Nothing is said about how to adapt to ${finding.rule}. Add it to the adaptations.`);
  return reader === "agents" ? (found.agents ?? found.implementers) : found.implementers;
}
