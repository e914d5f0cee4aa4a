import { Check, Clock, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "./tone.ts";

/** The icon that says the same as the tone, for those who do not see the colour. */
export function toneIcon(tone: Tone): ReactNode {
  if (tone === "ok") return <Check className="icon" aria-hidden="true" />;
  if (tone === "due") return <Clock className="icon" aria-hidden="true" />;
  if (tone === "late") return <TriangleAlert className="icon" aria-hidden="true" />;
  if (tone === "calm") return <Info className="icon" aria-hidden="true" />;
  return null;
}
