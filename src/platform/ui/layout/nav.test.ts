import { expect, test } from "vitest";
import { groupNav, placeOf, visibleNav, type NavItem } from "./nav.ts";

const ITEMS: NavItem[] = [
  { to: "/", label: "今天", icon: null },
  { to: "/people", label: "居民", icon: null, needs: ["people.read"], group: "工作" },
  { to: "/accounts", label: "账号", icon: null, needs: ["accounts.read", "accounts.write"], group: "机构" },
];

test("an actor sees what any one capability opens", () => {
  expect(visibleNav(ITEMS, new Set(["accounts.write"])).map((item) => item.label)).toEqual(["今天", "账号"]);
});

test.each([["/", "今天"], ["/people", "居民"], ["/people/7", "居民"], ["/people/duties/1", "待办"], ["/peoples", undefined]])("%s is at %s", (path, label) => {
  expect(placeOf(path, [...ITEMS, { to: "/people/duties", label: "待办", icon: null }])?.label).toBe(label);
});

test("groups keep their order", () => {
  expect(groupNav(ITEMS).map((group) => group.title)).toEqual([undefined, "工作", "机构"]);
});
