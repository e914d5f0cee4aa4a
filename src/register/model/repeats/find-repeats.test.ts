import { expect, test } from "vitest";
import { RepeatFinder, type Identity } from "./find-repeats.ts";

const BASE: Identity = { rowNumber: 1, name: "尹鑫燕", residentId: "532128195410205800", idHolds: true, birthOn: "1954-10-20", sex: "female", phones: ["17742986816"], address: "一巷49号" };

function second(changes: Partial<Identity>, first: Partial<Identity> = {}) {
  const finder = new RepeatFinder();
  finder.add({ ...BASE, ...first });
  const repeat = finder.add({ ...BASE, phones: ["18305371904"], address: "别处", rowNumber: 2, ...changes });
  return repeat && [repeat.strength, repeat.evidence];
}

test.each([
  ["the same number", {}, {}, ["certain", "same_id"]],
  ["the same number, name in other characters of one sound", { name: "尹新艳" }, {}, ["certain", "same_id"]],
  ["the same number and birthday, another name", { name: "王五" }, {}, ["likely", "same_id_other_name"]],
  ["the same number, nothing else", { name: "王五", birthOn: "1990-01-01" }, {}, ["possible", "same_id_other_name"]],
  ["no number, name and birthday", { residentId: null, idHolds: false }, {}, ["likely", "same_name_and_birth"]],
  ["a slip in the number, name and birthday", { residentId: "532128195410205801", idHolds: false }, {}, ["likely", "same_name_and_birth"]],
  ["name and telephone, no birthday", { residentId: null, idHolds: false, birthOn: null, phones: BASE.phones }, {}, ["likely", "same_name_and_phone"]],
  ["name and address, no birthday", { residentId: null, idHolds: false, birthOn: null, address: BASE.address }, {}, ["possible", "same_name_and_address"]],
  ["sound and birthday, no number", { residentId: null, idHolds: false, name: "尹新艳" }, {}, ["possible", "same_sound_and_birth"]],
  ["two good numbers, one name and birthday", { residentId: "53010319541020432X" }, {}, null],
  ["a far number that fails its check", { residentId: "110105195410204321", idHolds: false }, {}, null],
  ["name and birthday of the other sex", { residentId: null, idHolds: false, sex: "male" }, {}, null],
  ["the same name only", { residentId: null, idHolds: false, birthOn: null }, {}, null],
] as const)("%s", (_, changes, first, expected) => {
  expect(second(changes, first)).toEqual(expected);
});

test("a third row joins the first person", () => {
  const finder = new RepeatFinder();
  finder.add(BASE);
  finder.add({ ...BASE, rowNumber: 2 });
  finder.add({ ...BASE, rowNumber: 3, residentId: null, idHolds: false });
  expect([0, 1, 2].map((entry) => finder.groupOf(entry))).toEqual([0, 0, 0]);
});

test("a telephone everyone shares slows nothing down", () => {
  const finder = new RepeatFinder();
  const started = performance.now();
  let repeats = 0;
  for (let row = 0; row < 50_000; row++) {
    const repeat = finder.add({ ...BASE, rowNumber: row, residentId: null, idHolds: false, name: "王芳", sex: row % 2 ? "male" : "female", birthOn: "1900-01-01" });
    if (repeat) repeats++;
  }
  expect(repeats).toBe(49_998);
  expect(performance.now() - started).toBeLessThan(5_000);
});
