import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { badgesText } from "../messages/index.ts";
import type { Role } from "../model/badge.ts";

interface Shown {
  readonly organization: string;
  readonly name: string;
  readonly role: Role;
  readonly sourceName: string;
  readonly validUntil: string;
}

/** A badge as the paper shows it, without its code. */
export function BadgePreview({ organization, name, role, sourceName, validUntil }: Shown) {
  const { paper: t, roles } = useText(badgesText);
  const language = useLanguage();
  return (
    <div className="badge-preview">
      <p className="badge-house">{organization}</p>
      <p className="badge-name">{name}</p>
      <p>{roles[role]}</p>
      <p className="small soft">{sourceName}</p>
      <p className="small">{t.until} {formatDayOnly(validUntil, language, "")}</p>
    </div>
  );
}
