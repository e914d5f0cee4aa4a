/** Relations a guardian may have (父亲、母亲、祖辈、其他监护人). */
export const GUARDIAN_RELATIONS = ["father", "mother", "grandparent", "other"] as const;
export type GuardianRelation = (typeof GUARDIAN_RELATIONS)[number];

/** Parts of a day offered in the form's grid, for each day of the week. */
export const GRID_PARTS = ["morning", "afternoon", "evening"] as const;
export type GridPart = (typeof GRID_PARTS)[number];

/** Purposes a volunteer is asked about, each on its own (单独同意). Only the first is needed to sign up. */
export const CONSENT_PURPOSES = ["keep_data", "contact", "be_matched", "photograph"] as const;
