import { expect, test } from "vitest";
import { alertsOf } from "./alerts.ts";

const file = { birthOn: "1990-05-14", deceasedOn: null, consents: {}, relatives: [] };
test.each([
  [{}, []], [{ consents: { contact: "withdrawn" } }, ["no_contact"]], [{ consents: { contact: "given", keep_data: "refused" } }, ["no_data"]], [{ deceasedOn: "2026-01-01" }, ["deceased"]],
  [{ birthOn: "2012-11-23" }, ["minor_14"]], [{ birthOn: "2012-11-22" }, ["minor"]], [{ birthOn: "2008-11-22" }, []], [{ birthOn: null }, []],
  [{ relatives: [{ otherName: "王某", contactRule: "must_not", untilOn: "2020-01-01" }, { otherName: "李梅", contactRule: "may", untilOn: null }] }, ["must_not"]],
] as const)("%o: %o", (over, alerts) => expect(alertsOf({ ...file, ...over }, "2026-11-22").map(({ what }) => what)).toEqual(alerts));
