/** Runs a form's sending; when the network is gone it says so instead of failing, so that the page and what was typed stay. */
export async function offlineAware<T>(send: () => Promise<T>): Promise<T | { offline: true }> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof TypeError) return { offline: true }; // what fetch throws when it reached nobody
    throw error;
  }
}

/** Without a network there is nothing to load anew: asking would fail and take the page with it. Goes into `shouldRevalidate`. */
export function unlessOffline({ actionResult, defaultShouldRevalidate }: { actionResult?: unknown; defaultShouldRevalidate: boolean }): boolean {
  const offline = typeof actionResult === "object" && actionResult !== null && "offline" in actionResult;
  return offline ? false : defaultShouldRevalidate;
}
