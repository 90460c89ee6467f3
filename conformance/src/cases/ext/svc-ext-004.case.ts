import { defineCase } from "../../define-case.ts";
import { isRecord, pickList, pickText } from "../../json-path.ts";

/** The registry of extensions of this edition holds none, so none has reached maturity `stable` (protocol 15.6). */
const STABLE_EXTENSIONS: readonly string[] = [];

export default defineCase({
  requirement: "SVC-EXT-004",
  title: "no unripe extension is declared as stable",
  async run(context) {
    const capabilities = await context.world.capabilities();
    if (capabilities === null) {
      if ((await context.world.manifest()) === null)
        context.notVerified("there is neither a capabilities document nor a manifest");
      context.notApplicable("the node declares no capabilities, and so no extension");
    }
    const extensions = pickList(capabilities?.attributes, "extensions");
    if (extensions.length === 0) context.notApplicable("the node declares no extension");
    await context.positive("maturity of the declared extensions", async (check) => {
      for (const extension of extensions) {
        const name = isRecord(extension)
          ? (pickText(extension, "name") ?? pickText(extension, "id") ?? "")
          : String(extension);
        const isStable = isRecord(extension) ? pickText(extension, "maturity") === "stable" : /[@:]stable$/.test(name);
        check.holds(`extension ${name}`, name !== "" && (!isStable || STABLE_EXTENSIONS.includes(name)), {
          expected: "a name, and stable only when the registry says so",
          actual: extension,
        });
      }
    });
  },
});
