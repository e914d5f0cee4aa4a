import { expect, test } from "vitest";
import { decidePhoto, MOST_PHOTOS, photoState } from "./photo.ts";

const [MINE, CARER, STRANGER] = ["a", "b", "c"];
const ground = { withdrawn: false, standing: 0, people: [MINE, CARER], agreed: new Set([MINE]) };

test.each([
  ["of somebody who agreed", [MINE], {}, null],
  ["of a thing", [], { agreed: new Set<string>() }, null],
  ["of somebody who did not agree", [MINE, CARER], {}, "photo_no_consent"],
  ["of somebody who was not there", [STRANGER], { agreed: new Set([STRANGER]) }, "photo_not_in_record"],
  ["on a record that was taken back", [], { withdrawn: true }, "photo_of_withdrawn"],
  ["one too many", [], { standing: MOST_PHOTOS }, "photo_too_many"],
])("a photograph %s", (_what, shows, over, reason) => {
  expect(decidePhoto({ shows }, { ...ground, ...over })).toEqual(reason === null ? { allowed: true } : { allowed: false, reason });
});

test("it opens while everybody in it agrees and their data may be kept; taken back it is gone for good", () => {
  const open = { agreed: new Set([MINE]), withheld: false };
  expect(photoState({ withdrawn: false, shows: [MINE] }, open)).toBe("open");
  expect(photoState({ withdrawn: false, shows: [MINE, CARER] }, open)).toBe("cut");
  expect(photoState({ withdrawn: false, shows: [] }, { ...open, withheld: true })).toBe("cut");
  expect(photoState({ withdrawn: true, shows: [CARER] }, open)).toBe("withdrawn");
});
