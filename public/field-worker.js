// Keeps the home-visit page's shell for when there is no network. The shell is the page as a stranger is given it, so nothing of
// anybody is in this cache; see docs/decisions/0017-home-visits-offline.md. Filled by src/encounters/ui/field/device/keep-shell.ts.
const SHELL = "linli-field";
const PAGE = "/field";
const PATIENCE_MS = 4000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== self.location.origin || event.request.method !== "GET") return;
  if (event.request.mode === "navigate" && pathname === PAGE) event.respondWith(networkFirst(event.request));
  else if (pathname.startsWith("/assets/")) event.respondWith(cacheFirst(event.request));
});

async function networkFirst(request) {
  const answer = fetch(request);
  answer.catch(() => {});
  const tooLate = new Promise((_resolve, reject) => { setTimeout(reject, PATIENCE_MS); });
  try {
    return await Promise.race([answer, tooLate]);
  } catch {
    return (await (await caches.open(SHELL)).match(PAGE)) ?? answer;
  }
}

async function cacheFirst(request) {
  return (await (await caches.open(SHELL)).match(request)) ?? fetch(request);
}
