import { expect, test } from "vitest";
import { sqlPlaces } from "./sql-places.ts";

const others = [{ path: "src/people/index.ts", text: "" }, { path: "src/visits/index.ts", text: "" }, { path: "src/insights/index.ts", text: "" }];
const check = (path: string, text: string) => sqlPlaces.check([...others, { path, text }]);

test("a store names its own schema only", () => {
  const text = 'import { x } from "#people/index.ts";\nconst rows = people.map(toRow); // people.persons\ndb.selectFrom("visits.visits").innerJoin("people.persons", "a", "b");';
  expect(check("src/visits/store/a.ts", text)).toEqual([expect.objectContaining({ line: 3, message: expect.stringMatching(/^people\.persons belongs/) })]);
  expect(check("src/visits/store/a.ts", "sql`select ${people.length} from visits.visits`")).toEqual([]);
});

test("insights may read the views others publish", () => {
  expect(check("src/insights/store/a.ts", 'db.selectFrom("people.person_facts")')).toEqual([]);
});

test("SQL stands in a store", () => {
  expect(check("src/visits/service/a.ts", 'tx.insertInto("visits.visits")')).toMatchObject([{ message: "insertInto outside the slice's store" }]);
  expect(check("src/visits/service/a.test.ts", 'tx.insertInto("visits.visits")')).toEqual([]);
});
