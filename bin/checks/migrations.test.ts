import { expect, test } from "vitest";
import { migrations } from "./migrations.ts";

const check = (...names: string[]) => migrations.check(names.map((name) => ({ path: `migrations/${name}`, text: "-- Visits: …\n" })));

test("each has a number of its own and says what it does", () => {
  expect(check("0001-create-platform.sql", "0002-create-people.sql")).toEqual([]);
  expect(check("0001-a.sql", "0001-b.sql")).toMatchObject([{ path: "migrations/0001-b.sql" }]);
  expect(check("1-a.sql", "0002_b.sql")).toHaveLength(2);
  expect(migrations.check([{ path: "migrations/0001-a.sql", text: "create schema a;" }])).toHaveLength(1);
});
