import { useText } from "#platform/i18n/use-text.ts";
import { Chip } from "#platform/ui/index.ts";
import { insightsText } from "../../messages/index.ts";

const TONES = { many: "late", some: "due", few: "ok" } as const;

/** How much a carer carries, in words and with its score. */
export function StrainChip({ total, band }: { total: number; band: string }) {
  const { carers: t } = useText(insightsText);
  return <Chip tone={TONES[band as keyof typeof TONES] ?? "plain"}>{`${total} · ${t.bands[band] ?? band}`}</Chip>;
}
