import type { Language } from "#platform/i18n/language.ts";
import { readValues } from "#platform/web/form.ts";
import { NeedFilter } from "../model/count.ts";

/** The filter an address asks for; empty parameters do not count. `community=none` asks for needs heard where none was known. */
export function needFilterOf(request: Request, language: Language): NeedFilter {
  const { community, ...rest } = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ""));
  const place = community === undefined ? {} : community === "none" ? { noCommunity: true } : { communityId: community };
  return readValues(NeedFilter, { ...rest, ...place }, language);
}
