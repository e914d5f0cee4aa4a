import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router";
import { answersTo } from "#kernel/shortcut.ts";
import { isWriting } from "#platform/keyboard/house-keys.ts";
import { REVIEW_KEYS, type ReviewKey } from "../model/review-keys.ts";

/** Which card takes the focus once the next page stands. */
const arrival: { focus: "first" | "last" | null; from: string } = { focus: null, from: "" };

const cardsOf = () => [...document.querySelectorAll<HTMLElement>("[data-proposal]")];

/**
 * Review by keyboard: J and K go to the next and the last pair and turn the page at its end, A accepts, L locks, F says why not and W what if of the
 * one in focus (`review-keys.ts`). Never while typing.
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
      if (isWriting(event.target)) return;
      const key = (Object.keys(REVIEW_KEYS) as ReviewKey[]).find((one) => answersTo(event, REVIEW_KEYS[one]));
      if (key && press(key, turn)) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [navigate]);
}

/** Does what a key stands for; true when there was something to do. */
function press(key: ReviewKey, turn: (rel: "next" | "prev") => boolean): boolean {
  const cards = cardsOf();
  const at = cards.findIndex((card) => card.contains(document.activeElement));
  if (key === "next") return at === cards.length - 1 && turn("next") ? true : focus(cards[Math.min(cards.length - 1, at + 1)]);
  if (key === "last") return at <= 0 && turn("prev") ? true : focus(cards[Math.max(0, at - 1)]);
  const card = cards[at];
  if (!card) return false;
  if (key === "forbid") return open(card, "forbid", 'input[name="reason"]');
  if (key === "whatIf") return open(card, "what_if", "button");
  return click(card.querySelector(`button[data-key="${key}"]`));
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
