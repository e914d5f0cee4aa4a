import { expect, test } from "vitest";
import { personFaults } from "./person-faults.ts";

test.each([
  [{ birthOn: "2026-11-23" }, ["person.in_future"]], [{ birthOn: "2026-11-22" }, []], [{ birthOn: "1990-01-01", deceasedOn: "1989-12-31" }, ["person.deceased_before_birth"]],
  [{ deceasedOn: "2027-01-01" }, ["person.in_future"]], [{ laneId: "a" }, ["person.lane_without_community"]], [{ laneId: "a", communityId: "b" }, []],
])("%o: %o", (fields, reasons) => expect(personFaults(fields, "2026-11-22").map(({ reason }) => reason)).toEqual(reasons));
