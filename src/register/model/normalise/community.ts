import { squeeze } from "./text.ts";

/** Bodies and words behind the name of a community or village: 金沙社区居民委员会 → 金沙. */
const BODY = /(居民委员会|村民委员会|居委会|村委会|居委|村委|党群服务中心|工作站|服务站|党委|党总支)$/;

/**
 * One name for one community: 金沙, 金沙社区 and 金沙社区居委会 become the name in
 * `places`; without a list, the name with 社区 (or 村 where the source says village).
 * Null when a list is given and no place in it fits, or two do.
 */
export function normaliseCommunity(text: string, places?: readonly string[]): string | null {
  const written = squeeze(text).replace(/[()[\]<>:,.;*]/g, "");
  if (written === "") return null;
  if (places && places.length > 0) return fromPlaces(written, places);
  const body = BODY.exec(written)?.[1];
  const bare = stemOf(written);
  if (bare === "") return null;
  if (written.replace(BODY, "").endsWith("村") || body?.startsWith("村")) return bare.endsWith("村") ? bare : `${bare}村`;
  return `${bare}社区`;
}

function fromPlaces(written: string, places: readonly string[]): string | null {
  if (places.includes(written)) return written;
  const stem = stemOf(written);
  const same = places.filter((place) => stemOf(squeeze(place)) === stem);
  if (same.length > 0) return same.length === 1 ? same[0]! : null;
  const ending = places.filter((place) => stem.endsWith(stemOf(squeeze(place))));
  return ending.length === 1 ? ending[0]! : null;
}

/** Without the bodies behind and without city, district and street before. */
function stemOf(name: string): string {
  const bare = name.replace(BODY, "").replace(/社区$/, "").replace(BODY, "");
  return bare.replace(/^.*?(?:街道办事处|街道办|街道)(?=.)/, "").replace(/^.{2,}?[市](?=.{2,})/, "").replace(/^.{2,}?[区县](?=.{2,})/, "");
}
