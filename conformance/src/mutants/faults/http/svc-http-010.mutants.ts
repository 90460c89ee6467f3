import { defineMutants } from "../../define-mutants.ts";
import { editing } from "../../faulty.ts";

export default defineMutants("SVC-HTTP-010", {
  "answers a command with the state before": () => {
    return editing("lifecycle.transition", (body) => {
      body.data.attributes.lifecycle.current_state = body.meta.transition.from;
    });
  },
  "leaves meta.transition out": () => editing("lifecycle.transition", (body) => void delete body.meta.transition),
  "tells another time in meta.transition": () =>
    editing("lifecycle.transition", ({ meta }) => {
      meta.transition.at = new Date(Date.parse(meta.transition.at) - 1000).toISOString();
    }),
  "turns from and to around": () =>
    editing("lifecycle.transition", ({ meta }) => {
      const { from, to } = meta.transition;
      Object.assign(meta.transition, { from: to, to: from });
    }),
});
