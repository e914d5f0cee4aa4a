import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Notice } from "#platform/ui/show/notice.tsx";
import { peopleText } from "../messages/index.ts";
import type { Alert } from "../model/alerts.ts";

/** What keeps people safe, at the top of a file. */
export function AlertNotices({ alerts, today }: { alerts: readonly Alert[]; today: string }) {
  const { show: { alerts: t } } = useText(peopleText);
  const language = useLanguage();
  const words = (alert: Alert): string => {
    if (alert.what === "deceased") return t.deceased(formatDay(alert.on, language, today));
    if (alert.what === "must_not") return t.mustNot(alert.name);
    return { no_data: t.noData, no_contact: t.noContact, minor_14: t.minor14, minor: t.minor }[alert.what];
  };
  const tone = ({ what }: Alert) => (what === "no_data" || what === "no_contact" || what === "must_not" ? "late" : what === "deceased" ? "calm" : "due");
  return alerts.map((alert) => <Notice key={words(alert)} tone={tone(alert)}>{words(alert)}</Notice>);
}
