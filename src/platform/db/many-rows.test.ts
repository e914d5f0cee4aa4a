import { sql } from "kysely";
import { expect, test } from "vitest";
import { anActor } from "../testing/actors.ts";
import { sessionOf, testDatabase } from "../testing/database.ts";
import { arrayLiteral, expectManyRows, oneAhead } from "./many-rows.ts";

const t = testDatabase();
const session = () => sessionOf(anActor(), t);

test("statements run in the order given, each put together before the one before has ended", async () => {
  const seen: string[] = [];
  await session().write("test", null, (tx) => oneAhead(["a", "b", "c"].map((name) => async () => {
    seen.push(`begin ${name}`);
    await sql`select pg_sleep(0.02)`.execute(tx);
    seen.push(`end ${name}`);
  })));
  expect(seen).toEqual(["begin a", "begin b", "end a", "begin c", "end b", "end c"]);
});

test("after a failure the transaction can be rolled back, and nothing runs behind it", async () => {
  const failing = session();
  const attempt = failing.write("test", null, (tx) => oneAhead([
    async () => { await sql`select 1 / 0`.execute(tx); },
    async () => { await sql`select set_config('app.leaked', 'yes', false)`.execute(tx); },
  ]));
  await expect(attempt).rejects.toThrow("division by zero");
  const { rows } = await failing.read((tx) => sql<{ leaked: string | null }>`select current_setting('app.leaked', true) as leaked`.execute(tx));
  expect(rows[0]!.leaked ?? "").toBe("");
});

test("arrays arrive as they were", async () => {
  const texts = ["plain", "", "NULL", "null", null, 'a "quoted" one', "back\\slash", "{a,b}", " spaced ", "汉字", "line\nbreak"];
  const bytes = [Buffer.from("0001ff5c22", "hex"), null];
  const { rows } = await session().read((tx) => sql<{ texts: unknown; bytes: unknown; numbers: unknown; flags: unknown }>`
    select ${arrayLiteral(texts)}::text[] as texts, ${arrayLiteral(bytes)}::bytea[] as bytes, ${arrayLiteral([1, -2, undefined])}::int[] as numbers, ${arrayLiteral([true, false])}::boolean[] as flags`.execute(tx));
  expect(rows[0]).toEqual({ texts, bytes, numbers: [1, -2, null], flags: [true, false] });
});

test("a transaction for many rows keeps plans, and only that one", async () => {
  const own = session();
  const mode = () => sql<{ mode: string }>`select current_setting('plan_cache_mode') as mode`;
  const { before, within } = await own.write("test", null, async (tx) => {
    await sql`set local plan_cache_mode = force_custom_plan`.execute(tx);
    const before = (await mode().execute(tx)).rows[0]!.mode;
    await expectManyRows(tx);
    return { before, within: (await mode().execute(tx)).rows[0]!.mode };
  });
  expect([before, within]).toEqual(["force_custom_plan", "auto"]);
});
