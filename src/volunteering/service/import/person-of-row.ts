import type { NewPerson } from "#people/index.ts";
import type { SignUp } from "../../model/sign-up/sign-up-sheet.ts";
import { kindOf } from "../sign-up/person-of-form.ts";

/** A community as the sheet may name it. */
interface KnownUnit {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What a row of a sheet tells about the person, as people keeps it. */
export function personOfRow(signUp: SignUp, communities: readonly KnownUnit[], volunteerFrom: string | null): NewPerson {
  const { name, sex, birth, phone, area, interests, languages, emergencyContact, guardian } = signUp;
  const community = area === null ? undefined : communities.find((unit) => [unit.name, ...unit.aliases].some((known) => bare(known) === bare(area)));
  return {
    name, sex, ...birthOf(birth), communityId: community?.id ?? null, ...(area !== null && !community && { address: area }),
    contacts: [
      ...(phone === null ? [] : [{ kind: kindOf(phone), value: phone }]),
      ...(emergencyContact === null ? [] : [{
        kind: kindOf(emergencyContact.phone), value: emergencyContact.phone, whose: "other" as const, relation: "紧急联系人", rank: 9,
        ...(emergencyContact.name !== null && { holderName: emergencyContact.name }),
      }]),
    ],
    interests: interests.slice(0, 50).map((word) => word.slice(0, 40)), languages: languages.slice(0, 20).map((word) => word.slice(0, 40)),
    ...(guardian !== null && { relatives: [{ name: guardian.name ?? "监护人", phone: guardian.phone, relation: "监护人", isGuardian: true }] }),
    ...(volunteerFrom !== null && { roles: [{ role: "volunteer" as const, fromOn: volunteerFrom }] }),
  };
}

function birthOf(birth: string | null): Pick<NewPerson, "birthOn" | "birthPrecision"> {
  if (birth === null) return {};
  if (birth.length === 10) return { birthOn: birth, birthPrecision: "day" };
  return birth.length === 7 ? { birthOn: `${birth}-01`, birthPrecision: "month" } : { birthOn: `${birth}-01-01`, birthPrecision: "year" };
}

/** 云波社区 and 云波 are the same place. */
function bare(name: string): string {
  return name.trim().replace(/(社区|居委会|社区居委会)$/, "");
}
