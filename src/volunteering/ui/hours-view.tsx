import { Check } from "lucide-react";
import { weekdayName } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { volunteeringText } from "../messages/index.ts";
import { hoursInWords } from "../model/availability/hours-in-words.ts";
import { commonHours, DAY_PARTS, type WeeklyHours, WEEKDAYS, weeklyMinutes } from "../model/availability/weekly-hours.ts";
import { GRID_PARTS } from "../model/sign-up/choices.ts";

/** Weekly hours as a picture, with the same in words below. */
export function HoursView({ hours }: { hours: readonly WeeklyHours[] }) {
  const t = useText(volunteeringText);
  const language = useLanguage();
  if (hours.length === 0) return <p className="soft">{t.page.noHours}</p>;
  return (
    <div className="stack tight">
      <table className="hours">
        <caption className="sr-only">{t.page.hours}</caption>
        <thead><tr><th scope="col"><span className="sr-only">{t.list.weekday}</span></th>{GRID_PARTS.map((part) => <th key={part} scope="col">{t.parts[part]}</th>)}</tr></thead>
        <tbody>
          {WEEKDAYS.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">{weekdayName(weekday, language)}</th>
              {GRID_PARTS.map((part) => {
                const common = commonHours(hours, [{ weekday, ...DAY_PARTS[part] }]);
                const whole = weeklyMinutes(common) === weeklyMinutes([{ weekday, ...DAY_PARTS[part] }]);
                return (
                  <td key={part}>
                    {whole ? <><Check className="icon" aria-hidden="true" /><span className="sr-only">{t.free}</span></> : common.map(({ from, to }) => <span key={from} className="small">{from}–{to}</span>)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{hoursInWords(hours, language)}</p>
    </div>
  );
}
