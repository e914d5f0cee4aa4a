/** How somebody is, from a face anybody can point at: 高兴、平常、不太好. */
export const FACES = ["good", "fair", "poor"] as const;
export type Face = (typeof FACES)[number];
