/** Named again in public/field-worker.js. */
const SHELL = "linli-field";
const PAGE = "/field";

/** Lets the page open without a network from now on: keeps it as a stranger is given it, with its scripts and styles, and nothing of anybody. */
export async function keepShell(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/field-worker.js", { scope: PAGE });
  const answer = await fetch(PAGE, { credentials: "omit" });
  if (!answer.ok) return;
  const cache = await caches.open(SHELL);
  const html = await answer.clone().text();
  const files = [...new Set([...html.matchAll(/\/assets\/[\w.-]+/g)].map(([file]) => file))];
  const missing = (await Promise.all(files.map(async (file) => ((await cache.match(file)) ? [] : [file])))).flat();
  await cache.addAll(missing);
  await cache.put(PAGE, answer);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname !== PAGE && !files.includes(pathname)) await cache.delete(pathname);
  }
}
