import { expect, test } from "vitest";
import { APP, OWNER, urlFor } from "./access.ts";

test("a socket address survives spaces and is a URL whose database can be changed", () => {
  const url = new URL(urlFor({ by: "socket", folder: "/tmp/a b/s", port: 5432 }, OWNER));
  expect(url.searchParams.get("host")).toBe("/tmp/a b/s");
  expect([url.username, url.port, url.pathname]).toEqual(["linli_owner", "5432", "/linli"]);
});

test("each role has its own password where there are no sockets", () => {
  const access = { by: "tcp", port: 20001, ownerPassword: "o", appPassword: "a" } as const;
  expect(urlFor(access, OWNER)).toBe("postgresql://linli_owner:o@127.0.0.1:20001/linli?sslmode=disable");
  expect(urlFor(access, APP, "postgres")).toBe("postgresql://linli_app:a@127.0.0.1:20001/postgres?sslmode=disable");
});
