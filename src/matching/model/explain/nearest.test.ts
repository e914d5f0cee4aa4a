import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceMetres } from "../candidates/closeness.ts";
import { aHelper, someHelpers, someResidents } from "../testing/people.ts";
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

test("nobody with a point, or everybody at one point far away: an answer all the same, and at once", () => {
  const here = { communityId: "金沙", lon: 102.7, lat: 25.04 };
  const nowhere = [1, 2].map((n) => aHelper({ id: `h${n}`, place: { communityId: `unknown:${n}` } }));
  expect(nearestAmong(nowhere)(here, 5)).toEqual([{ helper: 0, metres: null }, { helper: 1, metres: null }]);
  const far = [1, 2, 3].map((n) => aHelper({ id: `h${n}`, place: { communityId: "远", lon: 121.47, lat: 31.23 } }));
  expect(nearestAmong(far)(here, 2).map(({ helper }) => helper)).toEqual([0, 1]);
});
