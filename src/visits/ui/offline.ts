/** Runs a form's sending; when the network is gone it says so instead of failing, so that the page and what was typed stay. */
export async function offlineAware<T>(send: () => Promise<T>): Promise<T | { offline: true }> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof TypeError) return { offline: true }; // what fetch throws when it reached nobody
    throw error;
  }
}
