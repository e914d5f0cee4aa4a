/** Where to go on, taken from an address or a form: a place inside this installation, or its home. Never another site. */
export function nextAddress(text: unknown): string {
  if (typeof text !== "string" || !text.startsWith("/")) return "/";
  const here = "http://linli.invalid";
  try {
    const url = new URL(text, here);
    return url.origin === here && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : "/";
  } catch {
    return "/";
  }
}
