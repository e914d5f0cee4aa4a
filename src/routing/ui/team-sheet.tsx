import { useText } from "#platform/i18n/use-text.ts";
import { routingText } from "../messages/index.ts";
import { timeOf } from "../model/plan.ts";
import type { DaySheet, SheetStop } from "../service/plans/show-sheet.ts";
import { sayAsks, whoIn } from "./words.ts";

type Sheet = DaySheet["sheets"][number];

/** One team's sheet on A4: order, time, name, door, what to bring up, room to write. */
export function TeamSheet({ sheet, day, startName, version }: { sheet: Sheet; day: string; startName: string; version: string }) {
  const { sheet: t, plan, modes } = useText(routingText);
  const label = t.who(sheet.team.letter, whoIn(sheet.team));
  const columns = sheet.phones ? 7 : 6;
  const aside = (key: string, minute: number, words: string) => <tr key={key} className="aside"><td colSpan={columns}>{timeOf(minute)} {words}</td></tr>;
  return (
    <div className="card day-sheet">
      <h2>{label}</h2>
      <p>{day} · {modes[sheet.team.mode]} · <strong>{version}</strong></p>
      {sheet.mayNotGo.length > 0 ? <p className="route-change"><strong>{t.mayNotGo(sheet.mayNotGo.map(({ name }) => name || plan.nobodyNamed).join("、"))}</strong></p> : null}
      {sheet.gone.length > 0 ? <p className="small"><strong>{t.gone(sheet.gone.join("、"))}</strong></p> : null}
      {sheet.phones ? null : <p className="small">{t.noPhones}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <div className="scroll" tabIndex={0} role="group" aria-label={label}>
        <table>
          <caption className="sr-only">{label}</caption>
          <thead><tr>{[t.order, t.time, t.name, t.where, ...(sheet.phones ? [t.phone] : []), t.bring].map((word) => <th key={word} scope="col">{word}</th>)}<th scope="col" className="notes">{t.notes}</th></tr></thead>
          <tbody>
            {aside("leave", sheet.leave, plan.leave(startName))}
            {sheet.stops.flatMap((stop, rank) => [
              ...(sheet.lunch?.before === rank ? [aside(`lunch${rank}`, sheet.lunch.begin, plan.lunch)] : []),
              <StopRow key={stop.personId} stop={stop} rank={rank + 1} phones={sheet.phones} notes={t.notes} />,
            ])}
            {sheet.lunch?.before === sheet.stops.length && sheet.lunch.begin < sheet.back ? aside("lunch", sheet.lunch.begin, plan.lunch) : null}
            {aside("back", sheet.back, plan.back(startName))}
          </tbody>
        </table>
      </div>
      <p className="small print-only">{t.replaces} {t.keep}</p>
    </div>
  );
}

function StopRow({ stop, rank, phones, notes }: { stop: SheetStop; rank: number; phones: boolean; notes: string }) {
  const { sheet: t, plan } = useText(routingText);
  const asked = sayAsks(stop.asks, plan.asks);
  return (
    <tr>
      <td>{rank}{stop.change ? <><br /><strong>{t[stop.change]}</strong></> : null}</td>
      <td className="fixed">{timeOf(stop.begin)}<br />{timeOf(stop.done)}</td>
      <th scope="row" className="fixed">{stop.name}</th>
      <td>{stop.place}{stop.address ? <><br />{stop.address}</> : null}</td>
      {phones ? <td className="fixed">{stop.phone ? <>{stop.phone.value}{stop.phone.holder ? <><br />{stop.phone.holder}</> : null}</> : "—"}</td> : null}
      <td>{stop.bring || (asked.length === 0 && !stop.meets ? "—" : null)}
        {stop.meets ? <p><strong>{t.meets(stop.meets.letter, stop.meets.names, timeOf(stop.begin))}</strong></p> : null}
        {asked.length > 0 ? <p className="small">{t.asks(asked)}</p> : null}
      </td>
      <td className="notes" aria-label={notes}><span className="lines" /></td>
    </tr>
  );
}
