import type { ProtocolModel } from "../../ir/model.ts";
import { type GeneratedFile, NOTICE, svgFile } from "../generated-file.ts";
import { mermaidOf } from "./mermaid.ts";
import { standaloneSvg } from "./svg.ts";

/** Each machine as a Mermaid diagram and as a picture. */
export function printMachinePictures(model: ProtocolModel): GeneratedFile[] {
  return model.machines.flatMap((machine) => {
    const path = `machines/${model.version}/${machine.name}`;
    return [
      { path: `${path}.mmd`, content: `%% ${NOTICE}\n${mermaidOf(machine)}` },
      svgFile(`${path}.svg`, standaloneSvg(machine)),
    ];
  });
}
