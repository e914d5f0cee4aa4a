import { classes, type Tone } from "./tone.ts";

/** A small number beside a word, such as what waits in a list; nothing when there is nothing. */
export function Count({ value, tone }: { value: number | undefined; tone?: Tone }) {
  if (!value) return null;
  return <span className={classes("count", tone)}>{value > 999 ? "999+" : value}</span>;
}
