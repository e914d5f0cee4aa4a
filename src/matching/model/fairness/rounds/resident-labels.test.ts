import fc from "fast-check";
import { expect, test } from "vitest";
import type { DisabilityKind } from "../../candidates/people.ts";
import { aResident } from "../../testing/people.ts";
import { labelsOf, SMALLEST_GUARDED_GROUP } from "./resident-labels.ts";

const kinds = (counts: Readonly<Record<string, number>>) => Object.entries(counts).flatMap(([kind, count]) => Array.from({ length: count }, (_, at) => aResident({ id: `${kind}-${at}`, disability: kind === "none" ? null : kind as DisabilityKind })));
const sizes = (counts: Readonly<Record<string, number>>) => Object.fromEntries([...Map.groupBy(labelsOf(kinds(counts), "disability"), String)].map(([label, all]) => [label, all.length]));

test.each([
  ["large kinds stand alone, nobody without one in a group", { 4: 9, 5: 6, none: 3 }, { 4: 9, 5: 6, null: 3 }],
  ["small kinds are counted together", { 4: 9, 1: 3, 2: 2 }, { 4: 9, other: 5 }],
  ["where those are too few, the smallest of the others joins them", { 4: 9, 5: 6, 1: 1 }, { 4: 9, other: 7 }],
  ["where all together are too few, nobody has a label", { 4: 2, 1: 2 }, { null: 4 }],
  ["a grade without a kind stands with the others", { 4: 9, other: 5 }, { 4: 9, other: 5 }],
])("%s", (_, given, groups) => {
  expect(sizes(given)).toEqual(groups);
});

test("no guarded group is ever small, nor can one be found by taking the groups from all who have a kind", () => {
  fc.assert(fc.property(fc.array(fc.constantFrom("1", "2", "3", "4", "5", "6", "7", "other", "none"), { maxLength: 60 }), (list) => {
    const residents = list.map((kind, at) => aResident({ id: `r${at}`, disability: kind === "none" ? null : kind as DisabilityKind }));
    const labels = labelsOf(residents, "disability");
    const groups = Map.groupBy(residents.keys(), (at) => labels[at]);
    for (const [label, members] of groups) if (label !== null) expect(members.length).toBeGreaterThanOrEqual(SMALLEST_GUARDED_GROUP);
    const hidden = residents.filter(({ disability }, at) => disability !== null && labels[at] === null).length;
    if ([...groups.keys()].some((label) => label !== null)) expect(hidden).toBe(0);
    expect(labelsOf([...residents].reverse(), "disability").reverse()).toEqual(labels);
  }), { numRuns: 500 });
});
