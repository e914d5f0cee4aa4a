/** Lengths of a meeting that can be tapped, in minutes. */
export const LENGTHS_MINUTES = [30, 60, 120, 180, 240] as const;
