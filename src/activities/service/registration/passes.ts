import type { OrgKeys } from "#platform/secrets/org-keys.ts";
import { openNumber, sealNumber } from "#platform/secrets/sealed-number.ts";

const KIND = "activity_pass";

/** The code of a registration. Stands in the QR code and in the address of a public sign-up's own page. */
export const passOf = (keys: OrgKeys, registrationId: string): string => sealNumber(keys, KIND, registrationId);

/** The registration a code stands for; undefined when it was not made here. */
export const readPass = (keys: OrgKeys, pass: string): string | undefined => openNumber(keys, KIND, pass);
