import { useText } from "#platform/i18n/use-text.ts";
import { Chip } from "#platform/ui/show/chip.tsx";
import { volunteeringText } from "../messages/index.ts";
import type { Status } from "../model/pathway/volunteer-status.ts";
import { STATUS_TONES } from "./words.ts";

/** Where somebody stands, in one word, with what must be known beside it. */
export function StatusChip({ status, declined = false, mayServe = false, accompanied = false }: { status: Status; declined?: boolean; mayServe?: boolean; accompanied?: boolean }) {
  const t = useText(volunteeringText);
  return (
    <span className="cluster">
      {declined && status === "applicant" ? null : <Chip tone={STATUS_TONES[status]}>{t.status[status]}</Chip>}
      {declined ? <Chip tone="plain">{t.declined}</Chip> : null}
      {mayServe ? <Chip tone="ok">{t.ready}</Chip> : null}
      {accompanied ? <Chip tone="due">{t.accompanied}</Chip> : null}
    </span>
  );
}
