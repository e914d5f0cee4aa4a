import { expect, test } from "vitest";
import type { Unit } from "../model/unit.ts";
import { pictureOfPlaces } from "./picture-of-places.ts";

const unit = (id: string, kind: Unit["kind"], parentId: string | null, shape: Unit["shape"] = null): Unit => ({
  id, kind, name: id, parentId, shape, code: null, urbanRuralClass: null, aliases: [], validFrom: "2020-01-01", validTo: null, longitude: null, latitude: null, version: 1,
});

test("adds up by community and lane, and keeps the blank spots", () => {
  const units = [unit("a", "community", null), unit("b", "community", null), unit("a1", "lane", "a"), unit("a2", "lane", "a")];
  const counts = [{ communityId: "a", laneId: "a1", count: 3 }, { communityId: "a", laneId: null, count: 2 }, { communityId: null, laneId: null, count: 9 }];
  expect(pictureOfPlaces(units, counts, ({ id }) => `/${id}`)).toEqual({
    shapes: null,
    places: [{ code: "a", name: "a", to: "/a", count: 5, parts: [{ code: "a1", name: "a1", to: "/a1", count: 3 }, { code: "a2", name: "a2", to: "/a2", count: 0 }] }, { code: "b", name: "b", to: "/b", count: 0, parts: [] }],
  });
});

test("draws the outlines there are", () => {
  const shape = { type: "Polygon", coordinates: [[[1, 1], [2, 1], [2, 2], [1, 1]]] } as const;
  expect(pictureOfPlaces([unit("a", "community", null, shape), unit("b", "community", null)], [], () => "/").shapes?.features.map(({ properties }) => properties.code)).toEqual(["a"]);
});
