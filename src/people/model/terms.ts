/** Sex as registers have it. Source: GB/T 2261.1 (1 male, 2 female). */
export const SEXES = ["female", "male"] as const;
export type Sex = (typeof SEXES)[number];

/** How much of a birth date is known. Of `month`, the day is 1 and means nothing; of `year`, the month too. */
export const BIRTH_PRECISIONS = ["day", "month", "year"] as const;
export type BirthPrecision = (typeof BIRTH_PRECISIONS)[number];

/** The roles one person may have, one after another or at once (服务对象、照顾者、志愿者、工作人员、骨干). */
export const ROLES = ["service_user", "carer", "volunteer", "staff", "organiser"] as const;
export type PersonRole = (typeof ROLES)[number];

export const CONTACT_KINDS = ["mobile", "landline", "email", "wechat"] as const;

export const IDENTIFIER_SYSTEMS = ["resident_id", "disability_certificate", "passport", "residence_permit", "volunteer_number"] as const;
export type IdentifierSystem = (typeof IDENTIFIER_SYSTEMS)[number];

/** Dated circumstances. `long_at_home` (长期居家) is yes or no, the others are words. */
export const SITUATION_KINDS = ["long_at_home", "employment", "living", "schooling", "mobility"] as const;
export type SituationKind = (typeof SITUATION_KINDS)[number];

/** Kinds of disability (残疾类别) 1–7 and grades (残疾等级) 1–4, 1 the most severe. Source: GB/T 26341-2010. */
export const DISABILITY_TYPES = [1, 2, 3, 4, 5, 6, 7] as const;
export const DISABILITY_GRADES = [1, 2, 3, 4] as const;

/** Where a record came from. */
export const SOURCES = ["register", "sign_up", "enquiry", "hand", "relative", "api", "demo"] as const;
export type PersonSource = (typeof SOURCES)[number];

/** What somebody may be asked for (同意的用途): contact, keeping data, sharing with another body, photographs, being matched. */
export const PURPOSES = ["contact", "keep_data", "share", "photograph", "be_matched"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What a consent row says. What holds on a day may also be `expired`. */
export const CONSENT_STATES = ["given", "refused", "withdrawn"] as const;
export type ConsentState = (typeof CONSENT_STATES)[number] | "expired";

/** In which capacity somebody spoke (本人、监护人、受托人). */
export const CAPACITIES = ["self", "guardian", "agent"] as const;
export const CHANNELS = ["in_person", "phone", "paper", "online", "register"] as const;

/** Why somebody needs a whole number of a paper. */
export const REVEAL_PURPOSES = ["verify_identity", "apply_for_benefit", "correct_record", "emergency"] as const;
export type RevealPurpose = (typeof REVEAL_PURPOSES)[number];

/** What an export is for. `share` holds only persons who agreed to sharing. */
export const EXPORT_PURPOSES = ["internal_work", "report_to_street", "share"] as const;
export type ExportPurpose = (typeof EXPORT_PURPOSES)[number];
