/** How strong a tie is: strong, ordinary, weak; strained (紧张), broken (中断); not said. */
export const TIES = ["strong", "ordinary", "weak", "strained", "broken"] as const;
export type TieStrength = (typeof TIES)[number] | "unsaid";

export const SUPPORT_KINDS = ["relative", "friend", "neighbour", "volunteer", "service", "organisation", "school", "work"] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

/** One support around somebody. */
export interface Support {
  readonly key: string;
  readonly kind: SupportKind;
  readonly name: string;
  readonly note: string;
  readonly tie: TieStrength;
}

export interface PlacedSupport extends Support {
  readonly x: number;
  readonly y: number;
  /** Where the line begins and ends, clear of both circles. */
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

export interface Ecomap { readonly size: number; readonly centre: number; readonly radius: number; readonly bubble: number; readonly supports: readonly PlacedSupport[] }

const CENTRE_RADIUS = 62;
export const BUBBLE = 46;
const GAP = 12;
/** On one ring as many as do not touch; more stand on the next ring. */
const RINGS = [190, 300, 410, 520] as const;

/** Puts supports in rings around the person, kinds beside each other; the same supports always at the same places. */
export function layOutEcomap(supports: readonly Support[]): Ecomap {
  const ordered = supports.toSorted((a, b) => SUPPORT_KINDS.indexOf(a.kind) - SUPPORT_KINDS.indexOf(b.kind) || (a.key < b.key ? -1 : 1));
  const rings: { radius: number; here: readonly Support[] }[] = [];
  let left = ordered;
  for (let index = 0; left.length > 0; index++) {
    const radius = RINGS[index] ?? RINGS.at(-1)! + (index - RINGS.length + 1) * 110;
    const most = Math.floor(Math.PI / Math.asin((BUBBLE * 2 + GAP) / (2 * radius)));
    rings.push({ radius, here: left.slice(0, most) });
    left = left.slice(most);
  }
  const outer = rings.at(-1)?.radius ?? RINGS[0];
  const centre = outer + BUBBLE + 20;
  return { size: centre * 2, centre, radius: CENTRE_RADIUS, bubble: BUBBLE, supports: rings.flatMap(({ radius, here }, ring) => here.map((one, index) => placed(one, { centre, radius, angle: -Math.PI / 2 + (2 * Math.PI * (index + (ring % 2) / 2)) / here.length }))) };
}

function placed(support: Support, { centre, radius, angle }: { centre: number; radius: number; angle: number }): PlacedSupport {
  const along = (distance: number) => ({ x: Math.round((centre + Math.cos(angle) * distance) * 10) / 10, y: Math.round((centre + Math.sin(angle) * distance) * 10) / 10 });
  return { ...support, ...along(radius), from: along(CENTRE_RADIUS + 3), to: along(radius - BUBBLE - 3) };
}
