import type { NewPerson } from "#people/index.ts";
import type { GuardianRelation } from "../../model/sign-up/choices.ts";
import type { SignUpForm } from "../../model/sign-up/sign-up-form.ts";

const RELATION: Record<GuardianRelation, string> = { father: "父亲", mother: "母亲", grandparent: "祖父母或外祖父母", other: "监护人" };

/** What a sign-up form tells about the person, as people keeps it. */
export function personOfForm(form: SignUpForm, minor: boolean): NewPerson {
  return {
    name: form.name, birthOn: form.birthOn, birthPrecision: "day", sex: form.sex,
    ...(form.area !== "" && { address: form.area }),
    contacts: contactsOf(form),
    interests: form.interests.slice(0, 50).map(short), languages: form.languages.slice(0, 20).map(short),
    ...(minor && form.guardianRelation !== "" && {
      relatives: [{ name: form.guardianName, phone: form.guardianPhone, relation: RELATION[form.guardianRelation], isGuardian: true, contactRule: "may" as const }],
    }),
  };
}

function contactsOf(form: SignUpForm): NonNullable<NewPerson["contacts"]> {
  return [
    ...(form.phone === null ? [] : [{ kind: kindOf(form.phone), value: form.phone }]),
    ...(form.otherContact === "" ? [] : [{ kind: form.otherContact.includes("@") ? "email" as const : "wechat" as const, value: form.otherContact }]),
    ...(form.emergencyPhone === null ? [] : [{
      kind: kindOf(form.emergencyPhone), value: form.emergencyPhone, whose: "other" as const, relation: "紧急联系人", rank: 9,
      ...(form.emergencyName !== "" && { holderName: form.emergencyName }),
    }]),
  ];
}

/** A number beginning with 1 is a mobile (手机), others are landlines. */
export function kindOf(phone: string): "mobile" | "landline" {
  return phone.startsWith("1") ? "mobile" : "landline";
}

function short(word: string): string {
  return word.slice(0, 40);
}
