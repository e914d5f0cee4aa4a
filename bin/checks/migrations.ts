import { basename } from "node:path";
import type { Finding, Rule } from "./repo.ts";

const NAME = /^(\d{4})-[a-z0-9]+(-[a-z0-9]+)*\.sql$/;

/** Migrations are numbered once and only move forward. (That a landed one is unchanged, the migrator itself checks by checksum.) */
export const migrations: Rule = {
  name: "migrations",
  check(files) {
    const sql = files.filter(({ path }) => path.startsWith("migrations/"));
    const taken = new Map<string, string>();
    return sql.flatMap(({ path, text }): Finding[] => {
      const number = NAME.exec(basename(path))?.[1];
      if (!number) return [{ path, message: "is not named 0001-what-it-does.sql" }];
      const other = taken.get(number);
      taken.set(number, path);
      if (other) return [{ path, message: `has the number of ${other}` }];
      return text.startsWith("-- ") ? [] : [{ path, message: "does not begin with a line saying what it is for" }];
    });
  },
};
