import type { Bundle } from "../i18n/language.ts";
import { useText } from "../i18n/use-text.ts";
import { platformRefusals } from "../messages/refusals.ts";
import type { RefusalTexts } from "../ui/form/refusal-view.ts";

/** The sentences of a slice's refusals together with the machinery's own, for a form's `RefusalNote` and `FormScope`. */
export function useRefusals(bundle: Bundle<{ readonly refusals: RefusalTexts }>): RefusalTexts {
  const own = useText(bundle).refusals;
  return { ...useText(platformRefusals).refusals, ...own };
}
