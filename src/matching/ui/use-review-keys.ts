import { useEffect } from "react";

/** Review by keyboard: J and K go to the next and the last pair, A accepts and L locks the one in focus. Never while typing. */
export function useReviewKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea, select, [role=dialog]")) return;
      const cards = [...document.querySelectorAll<HTMLElement>("[data-proposal]")];
      const at = cards.findIndex((card) => card.contains(document.activeElement));
      const key = event.key.toLowerCase();
      if (key === "j" || key === "k") {
        cards[Math.min(cards.length - 1, Math.max(0, at + (key === "j" ? 1 : -1)))]?.focus();
        event.preventDefault();
      } else if (at >= 0 && (key === "a" || key === "l")) {
        cards[at]!.querySelector<HTMLButtonElement>(`button[data-key="${key}"]`)?.click();
        event.preventDefault();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
