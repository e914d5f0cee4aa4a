import { z } from "zod";

/** Whose silent pairs: what the digest of whoever supervises counts, unless everybody's are asked for. */
export const SilentFilter = z.object({ whose: z.enum(["team", "all"]).catch("team") });
export type SilentFilter = z.output<typeof SilentFilter>;

export const silentFilterOf = (params: URLSearchParams): SilentFilter => SilentFilter.parse({ whose: params.get("whose") });
