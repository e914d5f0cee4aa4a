import type { Field } from "../fields.ts";
import type { ColumnProfile } from "./profile-column.ts";

/** How well values alone speak for each field, 0–1. Fields that only a header can tell apart share their evidence. */
export function scoreValues(profile: ColumnProfile): Map<Field, number> {
  const { shares, filled, rows, distinct } = profile;
  const scores = new Map<Field, number>();
  if (filled === 0) return scores;
  const set = (field: Field, score: number | undefined) => score !== undefined && score > 0 && scores.set(field, score);
  const fullness = filled / rows;
  const few = distinct <= Math.max(8, filled / 8) ? 1 : 0.5;
  const varied = distinct / filled;
  set("certificateNumber", shares.certificate);
  set("residentId", shares.residentId);
  set("guardianId", (shares.residentId ?? 0) * 0.6);
  set("phone", shares.phone);
  set("guardianPhone", (shares.phone ?? 0) * (fullness < 0.7 ? 0.95 : 0.8));
  set("birthOn", shares.date);
  set("sex", shares.sex);
  set("ethnicity", (shares.ethnicity ?? 0) * few);
  set("disabilityType", (shares.type ?? 0) * few * 0.95);
  set("disabilityGrade", (shares.grade ?? 0) * few);
  set("name", (shares.name ?? 0) * (0.3 + 0.7 * varied) * (fullness > 0.8 ? 1 : 0.7));
  set("guardianName", (shares.name ?? 0) * (0.3 + 0.7 * varied) * (fullness < 0.8 ? 0.95 : 0.7));
  set("guardianRelation", (shares.relation ?? 0) * few);
  set("currentAddress", shares.address);
  set("registeredAddress", (shares.address ?? 0) * 0.9);
  set("community", (shares.community ?? 0) * few);
  set("employment", (shares.employment ?? 0) * few * 0.95);
  set("longAtHome", (shares.yesNo ?? 0) * few * 0.6);
  set("serial", (shares.counter ?? 0) > 0.8 ? 1 : 0);
  set("age", (shares.age ?? 0) > 0.9 && (shares.counter ?? 0) < 0.5 && distinct > 8 ? 0.7 : 0);
  set("remarks", Math.max((shares.sentence ?? 0) * 0.5, (shares.words ?? 0) * 0.55));
  return scores;
}
