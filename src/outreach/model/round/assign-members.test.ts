import { expect, test } from "vitest";
import fc from "fast-check";
import { assignMembers, loadsAfter, NO_COMMUNITY, type Unassigned } from "./assign-members.ts";

const people = fc.uniqueArray(fc.record({
  personId: fc.uuid(), communityId: fc.constantFrom("jinsha", "qingsong", "shuian", null), laneId: fc.constantFrom("lane1", "lane2", null),
}), { selector: ({ personId }) => personId, maxLength: 60 });
const workers = fc.array(fc.nat(10), { minLength: 1, maxLength: 5 }).map((loads) => loads.map((loadNow, index) => ({ workerId: `w${index}`, loadNow })));

test("evenly: everybody is given to somebody, and nobody who got people ends more than one above another", () => {
  fc.assert(fc.property(people, workers, (members, given) => {
    const assignment = assignMembers(members, given, { how: "evenly" });
    expect(assignment.size).toBe(members.length);
    const loads = loadsAfter(given, assignment);
    const least = Math.min(...loads.map(({ after }) => after));
    for (const load of loads) if (load.given > 0) expect(load.after).toBeLessThanOrEqual(least + 1);
  }));
});

test("by community: no community is split, everybody is given to somebody", () => {
  fc.assert(fc.property(people, workers, (members, given) => {
    const assignment = assignMembers(members, given, { how: "community" });
    expect(assignment.size).toBe(members.length);
    for (const community of new Set(members.map(({ communityId }) => communityId))) {
      expect(new Set(members.filter(({ communityId }) => communityId === community).map(({ personId }) => assignment.get(personId))).size).toBe(1);
    }
  }));
});

test("the same people in another order are shared out the same way", () => {
  fc.assert(fc.property(people, workers, (members, given) => {
    const one = assignMembers(members, given, { how: "evenly" });
    const other = assignMembers(members.toReversed(), given, { how: "evenly" });
    expect(new Map([...other].toSorted())).toEqual(new Map([...one].toSorted()));
  }));
});

test("evenly keeps neighbours together", () => {
  const members: Unassigned[] = ["a1", "b1", "a2", "b2"].map((personId) => ({ personId, communityId: personId[0]!, laneId: null }));
  const assignment = assignMembers(members, [{ workerId: "li", loadNow: 0 }, { workerId: "wang", loadNow: 0 }], { how: "evenly" });
  expect([...assignment]).toEqual([["a1", "li"], ["a2", "li"], ["b1", "wang"], ["b2", "wang"]]);
});

test("by hand: only the communities named, those without a community by their own line", () => {
  const members: Unassigned[] = [{ personId: "1", communityId: "jinsha", laneId: null }, { personId: "2", communityId: "qingsong", laneId: null }, { personId: "3", communityId: null, laneId: null }];
  const assignment = assignMembers(members, [], { how: "hand", byCommunity: new Map([["jinsha", "li"], [NO_COMMUNITY, "wang"]]) });
  expect([...assignment]).toEqual([["1", "li"], ["3", "wang"]]);
});

test("without workers nobody is given to anybody", () => {
  expect(assignMembers([{ personId: "1", communityId: null, laneId: null }], [], { how: "evenly" }).size).toBe(0);
});
