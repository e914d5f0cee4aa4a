import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router";

/** Which card takes the focus once the next page stands. */
const arrival: { focus: "first" | "last" | null; from: string } = { focus: null, from: "" };

const cardsOf = () => [...document.querySelectorAll<HTMLElement>("[data-proposal]")];

/**
 * Review by keyboard: J and K go to the next and the last pair and turn the page at its end, A accepts, L locks, F says why not and W what if of the
 * one in focus, ? shows the keys. Never while typing.
 */
export function useReviewKeys(): void {
  const navigate = useNavigate();
  const { search } = useLocation();
  useEffect(() => {
    if (!arrival.focus || arrival.from === search) return;
    const cards = cardsOf();
    (arrival.focus === "first" ? cards[0] : cards.at(-1))?.focus();
    arrival.focus = null;
  }, [search]);
  useEffect(() => {
    const turn = (rel: "next" | "prev"): boolean => {
      const link = document.querySelector<HTMLAnchorElement>(`.pager a[rel="${rel}"]`);
      if (!link) return false;
      arrival.focus = rel === "next" ? "first" : "last";
      arrival.from = window.location.search;
      void navigate(link.pathname + link.search);
      return true;
    };
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea, select, [role=dialog], dialog")) return;
      if (press(event.key.toLowerCase(), turn)) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [navigate]);
}

/** Does what a key stands for; true when it stood for something. */
function press(key: string, turn: (rel: "next" | "prev") => boolean): boolean {
  const cards = cardsOf();
  const at = cards.findIndex((card) => card.contains(document.activeElement));
  if (key === "?") return click(document.querySelector("[data-keys] a, [data-keys] button"));
  if (key === "j") return at === cards.length - 1 && turn("next") ? true : focus(cards[Math.min(cards.length - 1, at + 1)]);
  if (key === "k") return at <= 0 && turn("prev") ? true : focus(cards[Math.max(0, at - 1)]);
  const card = cards[at];
  if (!card) return false;
  if (key === "a" || key === "l") return click(card.querySelector(`button[data-key="${key}"]`));
  if (key === "f") return open(card, "forbid", 'input[name="reason"]');
  if (key === "w") return open(card, "what_if", "button");
  return false;
}

/** Opens a form of the card and goes to its first place. */
function open(card: HTMLElement, kind: string, first: string): boolean {
  const form = card.querySelector<HTMLDetailsElement>(`details[data-kind="${kind}"]`);
  if (!form) return false;
  form.open = true;
  return focus(form.querySelector<HTMLElement>(first));
}

function click(element: Element | null): boolean {
  if (element instanceof HTMLElement) element.click();
  return element !== null;
}

function focus(element: HTMLElement | null | undefined): boolean {
  element?.focus();
  return Boolean(element);
}
