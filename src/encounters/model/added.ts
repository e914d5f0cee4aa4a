import { z } from "zod";

/** People added to a service beyond those offered: `add=<id>,<id>` of an address. */
export function readAdded(params: URLSearchParams): string[] {
  return z.array(z.uuid()).max(20).catch([]).parse((params.get("add") ?? "").split(",").filter(Boolean));
}
