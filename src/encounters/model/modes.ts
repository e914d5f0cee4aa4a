/** How a service was given. */
export const MODES = ["home", "phone", "office", "video", "outing", "group"] as const;
export type Mode = (typeof MODES)[number];

/** In which part a person of the register took part. */
export const ROLES = ["client", "carer", "volunteer"] as const;
export type Role = (typeof ROLES)[number];
