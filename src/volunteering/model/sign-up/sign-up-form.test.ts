import { expect, test } from "vitest";
import { STRICTEST_AGE_BANDS } from "../pathway/age-bands.ts";
import { hoursOf, SignUpForm, signUpFaults } from "./sign-up-form.ts";

const ON = "2026-11-21";
const policy = { ageBands: STRICTEST_AGE_BANDS };
const sent = { name: " 林 小满 ", sex: "female", birthOn: "2003-05-04", phone: "138 0000 0001", times: ["6-morning", "7-afternoon"], timesText: "工作日晚上", interests: "棋类、散步", keep_data: "on", contact: "on" };

function faults(more: Record<string, unknown>): string[] {
  return signUpFaults(SignUpForm.parse({ ...sent, ...more }), policy, ON).map(({ field, reason }) => `${field} ${reason.split(".")[1]}`);
}

test("an adult's form is read into plain values", () => {
  const form = SignUpForm.parse(sent);
  expect(form).toMatchObject({ name: "林小满", phone: "13800000001", interests: ["棋类", "散步"], keep_data: true, be_matched: false });
  expect(signUpFaults(form, policy, ON)).toEqual([]);
  expect(hoursOf(form)).toHaveLength(7);
  expect(hoursOf(form).at(-1)).toEqual({ weekday: 7, from: "14:00", to: "18:00" });
});

test.each([
  [{ phone: "" }, ["phone no_way_to_reach"]],
  [{ phone: "", otherContact: "微信 linxm" }, []],
  [{ keep_data: undefined }, ["keep_data keep_data_needed"]],
  [{ birthOn: "2030-01-01" }, ["birthOn birth_in_future"]],
  [{ birthOn: "2022-01-01" }, ["birthOn too_young_for_programme"]],
  [{ birthOn: "2010-01-01" }, ["guardianName guardian_name_missing", "guardianRelation guardian_relation_missing", "guardianPhone guardian_phone_missing", "guardianAgrees guardian_must_agree"]],
  [{ birthOn: "2010-01-01", guardianName: "林大海", guardianRelation: "father", guardianPhone: "13900000001", guardianAgrees: "on" }, []],
  [{ birthOn: "2008-11-22" }, ["guardianName guardian_name_missing", "guardianRelation guardian_relation_missing", "guardianPhone guardian_phone_missing", "guardianAgrees guardian_must_agree"]],
  [{ birthOn: "2008-11-21" }, []],
])("%o → %o", (more, expected) => {
  expect(faults(more)).toEqual(expected);
});

test("what cannot be read is told at its field", () => {
  const read = SignUpForm.safeParse({ ...sent, name: " ", phone: "138", birthOn: "2003-02-30", times: ["8-morning"] });
  expect(read.error?.issues.map(({ path, message }) => `${path.join(".").split(".")[0]} ${message}`).sort()).toEqual([
    "birthOn volunteering.birth_unreadable", "name volunteering.name_missing", "phone volunteering.phone_unreadable", "times volunteering.time_unreadable",
  ]);
});
