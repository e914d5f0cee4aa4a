/** What may be told of a person besides what they are called. Each is chosen for itself. */
export const PARTS = ["phones", "birth", "sex", "community", "address", "carers", "needs", "disability"] as const;
export type Part = (typeof PARTS)[number];
/** Health and disability: sensitive, so never chosen beforehand. */
export const SENSITIVE: readonly Part[] = ["disability", "needs"];
/** What lets somebody be reached, which an organisation may only pass on where contact has not been refused. */
const REACHES: ReadonlySet<Part> = new Set<Part>(["phones", "address", "carers"]);

/** Exactly what leaves. Nothing that is not here can be read by the other organisation. */
export interface Packet {
  readonly name: string;
  readonly words: string;
  readonly birthOn?: string;
  readonly sex?: string;
  readonly phones?: readonly { readonly value: string; readonly whose: string }[];
  readonly community?: string;
  readonly address?: string;
  readonly carers?: readonly { readonly name: string; readonly relation: string; readonly phone: string }[];
  readonly needs?: readonly { readonly zh: string; readonly en: string }[];
  readonly disability?: { readonly type: number | null; readonly grade: number | null };
}

/** What is known of somebody, as it could be told. */
export type Known = Omit<Packet, "words">;

/** The parts the consents in force let leave; none without one to share. */
export function allowedParts(consents: ReadonlyMap<string, string>): readonly Part[] {
  if (consents.get("share") !== "given") return [];
  const mayReach = consents.get("contact") !== "refused" && consents.get("contact") !== "withdrawn";
  return PARTS.filter((part) => mayReach || !REACHES.has(part));
}

const FIELDS: Readonly<Record<Part, keyof Known>> = { phones: "phones", birth: "birthOn", sex: "sex", community: "community", address: "address", carers: "carers", needs: "needs", disability: "disability" };

/** The parts of which anything is known. */
export const knownParts = (known: Known): readonly Part[] => PARTS.filter((part) => known[FIELDS[part]] !== undefined);

/** The packet of the parts chosen: the name, what is asked, and nothing else. */
export function packetOf(known: Known, words: string, parts: readonly Part[]): Packet {
  const told = knownParts(known).filter((part) => parts.includes(part)).map((part) => [FIELDS[part], known[FIELDS[part]]]);
  return { name: known.name, words, ...Object.fromEntries(told) as Partial<Known> };
}
