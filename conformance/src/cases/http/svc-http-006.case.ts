import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-HTTP-006",
  title: "an unknown protocol version is refused with 406",
  async run(context) {
    const { vertical = "health" } = await context.world.organization();
    const search = (version: string) => context.node.call("registry.search", { query: { vertical }, version });
    const control = await context.positive("version 0.8 is served", async (check) => {
      check.collection(await search("0.8"), "organizations");
    });
    for (const version of ["99.9", "0.1", "latest"]) {
      await context.negative(`version ${version}`, control, async (check) => {
        check.refused(await search(version), "UNSUPPORTED_VERSION");
      });
    }
  },
});
