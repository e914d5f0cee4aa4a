/** Cookie by which the server says that the form with this key was accepted. Readable by script, short-lived. */
export const DRAFT_DONE_COOKIE = "linli_draft_done";

/** One cookie's value out of all. */
export function readCookie(cookies: string, name: string): string | undefined {
  const found = cookies.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) || undefined : undefined;
}
