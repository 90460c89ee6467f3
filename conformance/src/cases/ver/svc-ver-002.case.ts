import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

const minor = (version: string | undefined) =>
  /^(\d+\.\d+)(?:\.\d+)?$/.exec(version ?? "")?.[1] ?? `no version (${version ?? "absent"})`;

export default defineCase({
  requirement: "SVC-VER-002",
  title: "manifest, capabilities, card and header agree on the version",
  async run(context) {
    await context.positive("the versions that the documents name", async (check) => {
      const manifest = await context.node.call("registry.manifest", { version: null });
      check.status(manifest, 200);
      const capabilities = await context.world.capabilities();
      const card = await context.world.agentCard();
      const named: Record<string, string> = {
        manifest: minor(pickText(manifest.body, "servicialo")),
        header: minor(manifest.header("x-servicialo-version")),
        card: minor(pickText(card, "version")),
        ...(capabilities === null
          ? {}
          : { capabilities: minor(pickText(capabilities.attributes, "protocol_version")) }),
      };
      for (const [where, version] of Object.entries(named))
        check.equal(`version of the ${where}`, { expected: "0.8", actual: version });
    });
  },
});
