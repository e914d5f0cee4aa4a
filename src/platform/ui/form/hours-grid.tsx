import { Check, Clock } from "lucide-react";
import { weekdayName } from "../../i18n/days.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { useKitText } from "../messages/texts.ts";
import { FieldGroup, type FieldProps } from "./field.tsx";
import { useReturned } from "./form-scope.tsx";
import { DAY_PARTS, splitWeeklyHours, type DayPart, type WeeklyHours } from "./weekly-hours.ts";

export interface HoursGridProps extends FieldProps {
  defaultHours?: readonly WeeklyHours[];
  /** Also offer exact hours, folded away. */
  exact?: boolean;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const PARTS = Object.keys(DAY_PARTS) as DayPart[];

/** When in a week somebody is free: weekday by morning, afternoon and evening. Read with `readWeeklyHours`. */
export function HoursGrid({ defaultHours = [], exact = false, ...field }: HoursGridProps) {
  const t = useKitText();
  const language = useLanguage();
  const given = splitWeeklyHours(defaultHours);
  const ticked = useReturned(field.name).values ?? given.ticked;
  return (
    <FieldGroup {...field}>
      {(firstId) => (
        <>
          <table className="hours">
            <thead><tr><th scope="col"><span className="sr-only">{t.weekday}</span></th>{PARTS.map((part) => <th key={part} scope="col">{t.parts[part]}</th>)}</tr></thead>
            <tbody>
              {WEEKDAYS.map((weekday) => (
                <tr key={weekday}>
                  <th scope="row">{weekdayName(weekday, language)}</th>
                  {PARTS.map((part) => {
                    const value = `${weekday}-${part}`;
                    return (
                      <td key={part}>
                        <label className="hour">
                          <input type="checkbox" id={value === "1-morning" ? firstId : undefined} name={field.name} value={value} defaultChecked={ticked.includes(value)}
                            aria-label={`${weekdayName(weekday, language)} ${t.parts[part]}`} />
                          <Check className="icon" aria-hidden="true" />
                        </label>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
          {exact ? <ExactHours name={field.name} given={given.exact} /> : null}
        </>
      )}
    </FieldGroup>
  );
}

function ExactHours({ name, given }: { name: string; given: readonly WeeklyHours[] }) {
  const t = useKitText();
  const language = useLanguage();
  return (
    <details className="hours-exact" open={given.length > 0 ? true : undefined}>
      <summary><Clock className="icon" aria-hidden="true" />{t.exactHours}</summary>
      <div>
        {WEEKDAYS.map((weekday) => {
          const day = weekdayName(weekday, language);
          const hours = given.find((stretch) => stretch.weekday === weekday);
          return (
            <div className="row" key={weekday}>
              <b>{day}</b>
              <TimeInput name={`${name}-${weekday}-from`} label={`${day} ${t.from}`} value={hours?.from} />
              <TimeInput name={`${name}-${weekday}-to`} label={`${day} ${t.to}`} value={hours?.to} />
            </div>
          );
        })}
      </div>
    </details>
  );
}

function TimeInput({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  const returned = useReturned(name).value;
  return <input className="input" type="time" name={name} aria-label={label} defaultValue={returned ?? value} />;
}
