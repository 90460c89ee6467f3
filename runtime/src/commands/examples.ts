import type { Command } from "commander";

/** What one types after `servicialo-node`, and what comes of it. */
export type Example = readonly [typed: string, meaning: string];

/** Where somebody begins who has never run a node. */
export const FIRST_STEPS: readonly Example[] = [
  [
    "seed examples/clinic/clinic.yaml --database clinic.db --keys keys.json",
    "a demo clinic, with keys for its parties",
  ],
  ["serve --database clinic.db --sandbox-clock", "run it; /docs shows the API, /board its sessions"],
  ["config example", "a file of settings to begin with"],
  [
    'organization create mi-consulta --name "Mi consulta" --vertical health --country cl --timezone America/Santiago --currency CLP --administrator "Ana Rojas" --database consulta.db',
    "an organization of your own",
  ],
];

/** Examples of the commands that have none of their own, by the command's name. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  mcp: [
    ["mcp --target https://node.example", "the tools of any node, for a client that starts its servers itself"],
    ["mcp --http --target https://node.example --port 3100", "the same for others, over HTTP"],
  ],
  seed: [
    [
      "seed examples/clinic/clinic.yaml --database clinic.db --keys keys.json",
      "once for each database; keys.json is read by its owner alone",
    ],
  ],
  keys: [
    [
      "keys create --database clinic.db --organization clinica-andes",
      "a key of the organization, printed once; the board takes it, too",
    ],
    ["keys create --database clinic.db --organization clinica-andes --provider prv_…", "a provider's key"],
    [
      "keys create --database clinic.db --organization clinica-andes --agent agent_agenda",
      "an agent's, which needs a mandate besides",
    ],
    ["keys rotate key_… --database clinic.db --overlap 24", "a new one; the old one works for another day"],
  ],
  migrate: [
    ["migrate status --database clinic.db", "which migrations are applied; exits with 1 when one is pending"],
    ["migrate up --database clinic.db", "what `serve` does at its start, by hand"],
  ],
  db: [
    [
      "db copy clinic.db postgres://node@db.internal/servicialo",
      "from one machine to a server; the evidence key goes with it by hand",
    ],
    ["db copy clinic.db backup.db", "a backup of one moment, beside the running node"],
  ],
  contract: [["contract set off_… terms.yaml --database clinic.db", "terms for the bookings from now on"]],
  evidence: [["evidence accesses ses_… --database clinic.db", "who has read restricted evidence"]],
  audit: [
    ["audit verify --database clinic.db", "nobody rewrote what agents did; note the heads that it prints"],
    ["audit refused --database clinic.db --organization clinica-andes", "agents that no mandate stood behind"],
  ],
  ledger: [["ledger verify --database clinic.db", "every figure follows from its events"]],
  payments: [["payments settle pin_… --database clinic.db", "a prepayment came in"]],
  organization: [
    [
      "organization publish --organization mi-consulta --by mem_… --database consulta.db",
      "it can be found from now on",
    ],
  ],
  members: [["members list --database clinic.db --organization clinica-andes", "who belongs to it"]],
  calendar: [
    [
      'calendar add --database clinic.db --organization clinica-andes --from 2026-09-18 --reason "Independence Day"',
      "closed on that day",
    ],
  ],
  booking: [
    [
      "booking set --database clinic.db --organization clinica-andes --public-lane on --min-advance-minutes 120",
      "strangers may book",
    ],
  ],
  series: [
    [
      "series create --database clinic.db --organization clinica-andes --offer off_… --provider prv_… --client cli_… --start 2026-03-16T10:00 --times 12",
      "twelve weeks, the same time",
    ],
  ],
  orders: [["orders milestone ord_… first-draft --database clinic.db", "what was agreed for it is billed"]],
  profile: [
    [
      "profile show prv_… --database clinic.db --organization clinica-andes --format jsonld",
      "what is known of a provider, with its origin",
    ],
  ],
  resolver: [
    [
      "resolver join https://resolver.example/servicialo/v1 --organization mi-consulta --public-url https://node.example --database consulta.db",
      "found by agents elsewhere",
    ],
  ],
};

/** Puts the examples under the help of the program and of its commands. */
export function addExamples(program: Command): void {
  program.addHelpText(
    "after",
    `
Where to begin:
${shown(FIRST_STEPS)}

Each command has help of its own: servicialo-node <command> --help. DATABASE_URL stands in for --database everywhere.`,
  );
  for (const command of program.commands) {
    const examples = EXAMPLES[command.name()] ?? [];
    if (examples.length > 0) command.addHelpText("after", `\nExamples:\n${shown(examples)}`);
  }
}

function shown(examples: readonly Example[]): string {
  return examples.map(([typed, meaning]) => `  # ${meaning}\n  servicialo-node ${typed}`).join("\n");
}
