import { expect, test } from "vitest";
import { fitCount, isPossible, matchParts, type OpeningFacts } from "./match.ts";
import { Profile } from "./terms.ts";

const OPENING: OpeningFacts = { tasks: ["stocking", "packing"], conditions: ["crowds"], hours: 12, access: ["toilet", "seat"], communityId: "jinsha", freeSeats: 1 };
const wants = (given: object) => Profile.parse({ wishes: "想上班", ...given });
const fits = (profile: Profile, opening: Partial<OpeningFacts> = {}) => Object.fromEntries(matchParts(profile, "jinsha", { ...OPENING, ...opening }).map(({ part, fits: how }) => [part, how]));

test("what nobody asked is unknown and stands against nothing", () => {
  const parts = matchParts(wants({}), null, OPENING);
  expect(parts.map(({ part, fits: how }) => `${part} ${how}`)).toEqual(["seats yes", "access unknown", "avoids unknown", "hours unknown", "tasks unknown", "community unknown"]);
  expect(isPossible(parts)).toBe(true);
});

test("what is known to stand against it does, and is named", () => {
  const profile = wants({ tasks: ["stocking"], access: ["toilet", "quiet"], avoids: ["crowds"], leastHours: "20" });
  expect(fits(profile)).toEqual({ seats: "yes", access: "no", avoids: "no", hours: "no", tasks: "yes", community: "yes" });
  expect(matchParts(profile, null, OPENING).find(({ part }) => part === "access")?.values).toEqual(["quiet"]);
  expect(isPossible(matchParts(profile, null, OPENING))).toBe(false);
});

test("hours hold at both ends; a full opening is not possible; other tasks only order", () => {
  for (const [given, how] of [[{ leastHours: "12" }, "yes"], [{ mostHours: "12" }, "yes"], [{ leastHours: "13" }, "no"], [{ mostHours: "11" }, "no"], [{ leastHours: "8", mostHours: "20" }, "yes"]] as const) expect(fits(wants(given)).hours).toBe(how);
  expect(fits(wants({ leastHours: "8" }), { hours: undefined }).hours).toBe("unknown");
  expect(isPossible(matchParts(wants({}), null, { ...OPENING, freeSeats: 0 }))).toBe(false);
  const other = matchParts(wants({ tasks: ["plants"] }), null, OPENING);
  expect(isPossible(other)).toBe(true);
  expect(fitCount(matchParts(wants({ tasks: ["stocking", "packing"] }), null, OPENING))).toBeGreaterThan(fitCount(other));
});
