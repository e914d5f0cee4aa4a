import { useText } from "#platform/i18n/use-text.ts";
import { groupsText } from "../messages/index.ts";
import type { ShownGroup } from "../service/show-group.ts";

const [NAME, STEP, ROW, HEAD, END] = [104, 46, 40, 30, 70];

/** Every member over the sessions: the larger the circle, the more they took part; drawn on the server, the same as a table beneath. */
export function MemberChange({ shown: { members, lines, sessions } }: { shown: ShownGroup }) {
  const { show: t } = useText(groupsText);
  const held = sessions.filter(({ log }) => log !== null);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const rows = lines.filter(({ marked }) => marked > 0);
  if (held.length === 0 || rows.length === 0) return null;
  const [width, height] = [NAME + held.length * STEP + END, HEAD + rows.length * ROW + 6];
  const x = (session: number) => NAME + held.findIndex(({ number }) => number === session) * STEP + STEP / 2;
  return (
    <figure className="stack">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <div className="member-change" tabIndex={0} role="group" aria-label={t.change}>
        <svg viewBox={`0 0 ${width} ${height}`} style={{ inlineSize: `${width}px` }} role="img" aria-label={t.changeSummary}>
          {held.map(({ number }) => <text key={number} className="soft-text" x={x(number)} y={18} textAnchor="middle">{number}</text>)}
          {rows.map(({ memberId, cells, change }, index) => {
            const y = HEAD + index * ROW + ROW / 2;
            return (
              <g key={memberId}>
                <path className="row" d={`M0 ${y + ROW / 2}H${width}`} />
                <text x="2" y={y + 5}>{cut(names.get(memberId) ?? "")}</text>
                {cells.map(({ session, state, takingPart }) => (state === "absent" || state === "excused" ? <path key={session} className="missed" d={`M${x(session) - 6} ${y}h12`} />
                  : <circle key={session} cx={x(session)} cy={y} r={takingPart === null ? 5 : 3 + takingPart * 2.6} className={takingPart === null ? "hollow" : "dot"} />))}
                {change === null ? null : <text className="soft-text" x={width - 4} y={y + 5} textAnchor="end">{signed(change)}</text>}
              </g>
            );
          })}
        </svg>
      </div>
      <p className="soft small">{t.changeHint}</p>
      <AsTable held={held} rows={rows} names={names} />
    </figure>
  );
}

interface TableProps { readonly held: ShownGroup["sessions"]; readonly rows: ShownGroup["lines"]; readonly names: ReadonlyMap<string, string> }

/** The same in words. */
function AsTable({ held, rows, names }: TableProps) {
  const { show: t, marks, takingPart } = useText(groupsText);
  return (
    <details className="behind">
      <summary>{t.asTable}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <div className="scroll" tabIndex={0} role="group" aria-label={t.change}>
        <table>
          <caption className="sr-only">{t.change}</caption>
          <thead><tr><th scope="col">{t.member}</th>{held.map(({ number }) => <th key={number} scope="col">{t.session(number)}</th>)}</tr></thead>
          <tbody>
            {rows.map(({ memberId, cells }) => (
              <tr key={memberId}>
                <th scope="row">{names.get(memberId)}</th>
                {held.map(({ number }) => {
                  const cell = cells.find(({ session }) => session === number);
                  return <td key={number}>{cell ? [marks[cell.state as keyof typeof marks], cell.takingPart ? takingPart[cell.takingPart - 1] : ""].filter(Boolean).join(" ") : ""}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

const cut = (name: string): string => ([...name].length > 6 ? `${[...name].slice(0, 5).join("")}…` : name);
const signed = (change: number): string => `${change > 0 ? "+" : change < 0 ? "−" : "±"}${Math.abs(change).toFixed(1)}`;
