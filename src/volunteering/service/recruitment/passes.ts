import type { OrgKeys } from "#platform/secrets/org-keys.ts";
import { openNumber, sealNumber } from "#platform/secrets/sealed-number.ts";

const KIND = "application_pass";

/** The code of an applicant's own page (本人的报名页), one for each thing sent. */
export const applicationPass = (keys: OrgKeys, signUpId: string): string => sealNumber(keys, KIND, signUpId);

/** The sign-up a code stands for; undefined when it was not made here. */
export const readApplicationPass = (keys: OrgKeys, pass: string): string | undefined => openNumber(keys, KIND, pass);
