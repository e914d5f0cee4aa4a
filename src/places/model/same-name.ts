/** Bodies and words behind the name of a community or a village. */
const BODY = /(居民委员会|村民委员会|居委会|村委会|居委|村委)$/;

/** One spelling for comparing: 金沙, 金沙社区 and 金沙社区居委会 are one place; so are `二 巷` and 二巷. */
export function stemOfName(name: string): string {
  const plain = name.normalize("NFKC").replace(/\s+/g, "");
  return plain.replace(BODY, "").replace(/(?<=.)社区$/, "") || plain;
}

/** The unit meant by a name: an equal name first, then an alias, then the same stem. Null when none or several fit. */
export function unitMeant<U extends { readonly name: string; readonly aliases: readonly string[] }>(name: string, units: readonly U[]): U | null {
  const only = (found: readonly U[]): U | null | undefined => (found.length === 0 ? undefined : found.length === 1 ? found[0]! : null);
  const plain = name.trim();
  const stem = stemOfName(name);
  const tries = [
    units.filter((unit) => unit.name === plain),
    units.filter((unit) => unit.aliases.includes(plain)),
    units.filter((unit) => stemOfName(unit.name) === stem || unit.aliases.some((alias) => stemOfName(alias) === stem)),
  ];
  for (const found of tries) {
    const meant = only(found);
    if (meant !== undefined) return meant;
  }
  return null;
}
