import { defineMutants } from "../../define-mutants.ts";
import { asking } from "../../faulty.ts";

type Place = { lat?: number; lng?: number; latitude?: number; longitude?: number };

export default defineMutants("SVC-EVID-004", {
  "takes evidence with lat and lng": () =>
    asking("delivery.record_evidence", ({ attributes }) => {
      const { lat, lng, ...others } = (attributes["data"] ?? {}) as Place;
      if (lat === undefined) return null;
      return { attributes: { ...attributes, data: { ...others, latitude: lat, longitude: lng } } };
    }),
  "takes a check-in with latitude and longitude": () =>
    asking("delivery.checkin", ({ attributes }) => {
      const { latitude, longitude } = (attributes["location"] ?? {}) as Place;
      if (latitude === undefined) return null;
      return { attributes: { ...attributes, location: { lat: latitude, lng: longitude } } };
    }),
  "leaves no evidence of the place of a check-in": () =>
    asking("delivery.checkin", ({ attributes }) => {
      const { lat } = (attributes["location"] ?? {}) as Place;
      const { location: _, ...others } = attributes;
      return lat === undefined ? null : { attributes: others };
    }),
});
