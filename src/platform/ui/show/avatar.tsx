import { classes } from "./tone.ts";

export interface AvatarProps {
  name: string;
  size?: "medium" | "large";
}

/** The first sign of a name in a circle. Only decoration: the name itself stands beside it. */
export function Avatar({ name, size = "medium" }: AvatarProps) {
  const initial = [...name.trim()][0] ?? "·";
  return <span className={classes("avatar", size === "large" && "large")} aria-hidden="true">{initial.toUpperCase()}</span>;
}
