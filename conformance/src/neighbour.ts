import type { CaseContext } from "./case-context.ts";
import { Journeys } from "./journeys.ts";
import { ProtocolClient } from "./protocol-client.ts";
import type { Credentials } from "./settings.ts";
import { Unmet } from "./verdict.ts";
import { World } from "./world.ts";

/** Another organization of the same node, seen with the eyes of its own people. */
export interface Neighbour {
  readonly slug: string;
  readonly client: ProtocolClient;
  readonly world: World;
  readonly journeys: Journeys;
}

/**
 * The organization of the `foreign_…` credentials, as a world of its own: there the suite books what an agent of the
 * organization under test must never reach.
 * @throws Unmet when the run holds no credentials of a second organization.
 */
export async function neighbourOf(context: CaseContext): Promise<Neighbour> {
  const own = context.node.credential("foreign_organization");
  const slug = own.organization;
  if (slug === undefined) throw new Unmet("the foreign_organization credential does not name its organization");
  const { world, client } = await context.world.once("neighbour", async () => {
    const { foreign_provider: provider, foreign_client: resident } = context.settings.credentials;
    const credentials: Credentials = {
      organization: own,
      ...(provider === undefined ? {} : { provider }),
      ...(resident === undefined ? {} : { client: resident }),
    };
    const settings = { ...context.settings, organization: slug, credentials };
    const speaking = new ProtocolClient({
      connection: context.node.connection,
      credentials,
      validator: context.validator,
      sender: "discovery",
    });
    const runWord = context.world.uniqueWord();
    const neighbouring = new World({ client: speaking, settings, random: context.random, runWord });
    return { world: neighbouring, client: speaking };
  });
  await world.meetClock();
  const speaking = client.inTheNameOf(context.requirement);
  return { slug, client: speaking, world, journeys: new Journeys({ client: speaking, world, owned: [] }) };
}
