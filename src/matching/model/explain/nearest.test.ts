import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceMetres } from "../candidates/closeness.ts";
import { someHelpers, someResidents } from "../testing/people.ts";
import { nearestAmong } from "./nearest.ts";

test("the nearest by squares are the nearest by looking at everybody", () => {
  fc.assert(fc.property(someResidents(4), someHelpers(60), fc.integer({ min: 1, max: 20 }), (residents, helpers, most) => {
    const nearest = nearestAmong(helpers);
    for (const { place } of residents) {
      const all = helpers.map((offer, helper) => ({ helper, metres: distanceMetres(place, offer.place) })).sort((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity) || a.helper - b.helper);
      expect(nearest(place, most)).toEqual(all.slice(0, most));
    }
  }), { numRuns: 1500 });
});
