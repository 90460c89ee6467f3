import { DEFAULT_SETTINGS, type RunSettings } from "../settings.ts";

/** Secrets that must never leave the process; distinctive, so that a leak is found by searching for them. */
export const PLANTED_SECRETS = {
  organization: "planted-organization-secret-7f3a",
  provider: "planted/provider+secret=9b1c",
  client: 'planted"client\\secret-2d4e',
} as const;

/** Settings of a quick run with every credential at hand. */
export function settingsFor(url: string, changes: Partial<RunSettings> = {}): RunSettings {
  return {
    ...DEFAULT_SETTINGS,
    url,
    organization: "clinic-under-test",
    credentials: {
      organization: { token: PLANTED_SECRETS.organization, id: "org_1" },
      provider: { token: PLANTED_SECRETS.provider, id: "prv_1" },
      client: { token: PLANTED_SECRETS.client, id: "cli_1" },
    },
    timeoutMs: 2_000,
    patienceSeconds: 0,
    ...changes,
  };
}
