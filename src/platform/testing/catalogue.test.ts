import { expect, test } from "vitest";
import { testDatabase } from "./database.ts";

const t = testDatabase();
const OWN = "n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'graphile_worker', 'migrations')";
const WALL = "(org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS \"nullif\"))";

/** Tables of the installation itself: they belong to no organisation. A new one needs a line here, with its reason. */
const INSTALLATION_TABLES: Readonly<Record<string, string>> = {
  "identity.ceremonies": "a passkey or second-factor challenge, before the organisation is known",
  "identity.accounts": "a person may belong to several organisations",
  "identity.installation": "one row about the installation",
  "identity.oidc_identities": "belongs to an account",
  "identity.organizations": "the list of organisations itself; names are public",
  "identity.passkeys": "belongs to an account",
  "identity.recovery_codes": "belongs to an account",
  "identity.sessions": "found by its hash before the organisation is known",
  "identity.sign_in_attempts": "counted before anybody is known",
};
/** Policies beside the wall, each with its reason. */
const OTHER_POLICIES: Readonly<Record<string, string>> = {
  "identity.memberships own_memberships": "an account may see where it belongs, to switch",
};

const names = async (sql: string) => (await t.owner.query<{ name: string }>(sql)).rows.map((row) => row.name);

test("every table with rows of an organisation has row-level security on and forced", async () => {
  const bare = await names(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OWN} and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`);
  expect(bare.filter((name) => !(name in INSTALLATION_TABLES))).toEqual([]);
});

test("each of them has the one wall, and nothing wider", async () => {
  // One that restricts can only narrow what the wall lets through.
  const { rows } = await t.owner.query<{ name: string; policy: string; qual: string | null; check: string | null }>(
    `select schemaname || '.' || tablename as name, policyname as policy, qual, with_check as check from pg_policies where permissive = 'PERMISSIVE'`);
  const own = rows.filter(({ name }) => !name.startsWith("graphile_worker."));
  const wider = own.filter(({ name, policy, qual, check }) => !(policy === "org_wall" && qual === WALL && check === WALL) && !(`${name} ${policy}` in OTHER_POLICIES));
  expect(wider).toEqual([]);
  const walled = new Set(own.filter(({ policy }) => policy === "org_wall").map(({ name }) => name));
  const guarded = await names(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OWN} and c.relkind in ('r', 'p') and c.relrowsecurity`);
  expect(guarded.filter((name) => !walled.has(name))).toEqual([]);
});

test("the organisation leads every key of its tables", async () => {
  const loose = await names(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_index i on i.indrelid = c.oid and i.indisprimary join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where ${OWN} and c.relrowsecurity and a.attname <> 'org_id'`);
  expect(loose).toEqual([]);
});

test("a foreign key between an organisation's tables carries the organisation", async () => {
  const loose = await names(`select n.nspname || '.' || c.relname || ' ' || k.conname as name from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace join pg_class f on f.oid = k.confrelid
    where ${OWN} and k.contype = 'f' and c.relrowsecurity and f.relrowsecurity
      and not exists (select from unnest(k.conkey) key join pg_attribute a on a.attrelid = c.oid and a.attnum = key where a.attname = 'org_id')`);
  expect(loose).toEqual([]);
});

test("views read with the rights of the reader, and none keeps a copy", async () => {
  const open = await names(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OWN} and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false)))`);
  expect(open).toEqual([]);
});

test("the application's role has no power of its own", async () => {
  const { rows: [role] } = await t.owner.query(`select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication as strong,
    exists (select from pg_class c where c.relowner = r.oid) as owns from pg_roles r where rolname = 'linli_app'`);
  expect(role).toEqual({ strong: false, owns: false });
  const definers = await names(`select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OWN} and p.prosecdef`);
  // Three put something in the queue, one takes statistics of tables, one lets a safeguarding lead in and says to how many, one copies an act of a referral to the other organisation, two close packets when a consent ends or records become one: none returns a row.
  expect(definers.sort()).toEqual(["jobs.enqueue", "people.refresh_statistics", "platform.dispatch", "platform.dispatch_at", "referral.end_sharing", "referral.end_sharing_of_merged", "referral.tell", "safeguarding.let_lead_in"]);
});

test("columns refer to no organisation by accident: every table of a slice has org_id or is listed", async () => {
  const without = await names(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OWN} and c.relkind in ('r', 'p') and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped)`);
  expect(without.filter((name) => !(name in INSTALLATION_TABLES))).toEqual([]);
});
