const SHOWN_BEFORE = 6;
const SHOWN_BEHIND = 4;

/** A long number with its middle hidden, as it may stand in a list; shorter texts are shown as they are. */
export function maskNumber(text: string): string {
  return text.replace(/[0-9A-Za-z０-９]{14,}/g, (run) => run.slice(0, SHOWN_BEFORE) + "•".repeat(run.length - SHOWN_BEFORE - SHOWN_BEHIND) + run.slice(-SHOWN_BEHIND));
}

/** Two numbers side by side: the hidden middle opens where they differ, so that a person can judge the difference. */
export function maskPair(written: string, proposed: string): { written: string; proposed: string } {
  const hides = (place: number) => place >= SHOWN_BEFORE && place < proposed.length - SHOWN_BEHIND && (written[place] === proposed[place] || written.length !== proposed.length);
  const mask = (text: string) => [...text].map((sign, place) => (hides(place) ? "•" : sign)).join("");
  return { written: written.length < SHOWN_BEFORE ? written : mask(written), proposed: mask(proposed) };
}
