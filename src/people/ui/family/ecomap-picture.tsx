import { useText } from "#platform/i18n/use-text.ts";
import { peopleText } from "../../messages/index.ts";
import { TIES, type Ecomap, type PlacedSupport, type TieStrength } from "../../model/family/ecomap.ts";

/** The person or household in the middle, supports around, each line saying how close: thick, thin, dashed, jagged, cut. */
export function EcomapPicture({ map, name, home }: { map: Ecomap; name: string; home: readonly string[] }) {
  const { family: t } = useText(peopleText);
  const others = home.slice(0, 4);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div className="scroll" tabIndex={0} role="group" aria-label={t.ecomap}>
      <svg className="family-picture" viewBox={`0 0 ${map.size} ${map.size}`} style={{ maxInlineSize: `${map.size * 1.15}px`, minInlineSize: `${map.size * 0.62}px` }} role="img" aria-label={t.ecomapSummary(map.supports.length)}>
        {map.supports.map((one) => <TieDrawing key={one.key} tie={one.tie} from={one.from} to={one.to} />)}
        <circle cx={map.centre} cy={map.centre} r={map.radius} className="household whole" />
        <text x={map.centre} y={map.centre - others.length * 8 + 2} className="name strong">{cut(name, 6)}</text>
        {others.map((other, index) => <text key={other} x={map.centre} y={map.centre - others.length * 8 + 20 + index * 17} className="year">{cut(other, 7)}</text>)}
        {map.supports.map((one) => <Bubble key={one.key} one={one} radius={map.bubble} kind={t.kinds[one.kind]} />)}
      </svg>
    </div>
  );
}

function Bubble({ one: { x, y, name }, radius, kind }: { one: PlacedSupport; radius: number; kind: string }) {
  const lines = wrap(name).map((line, nth) => ({ line, nth }));
  return (
    <g>
      <circle cx={x} cy={y} r={radius} className="symbol" />
      {lines.map(({ line, nth }) => <text key={nth} x={x} y={y - lines.length * 8 + 10 + nth * 17} className="name">{line}</text>)}
      <text x={x} y={y + lines.length * 8 + 12} className="year">{kind}</text>
    </g>
  );
}

interface Ends { readonly from: { x: number; y: number }; readonly to: { x: number; y: number } }

/** A line that shows a tie by its shape alone. */
function TieDrawing({ tie, from, to }: Ends & { tie: TieStrength }) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const at = (along: number, aside: number) => `${(from.x + ux * along - uy * aside).toFixed(1)} ${(from.y + uy * along + ux * aside).toFixed(1)}`;
  if (tie === "strained") {
    const teeth = Math.max(2, Math.round(length / 9));
    return <path d={`M${at(0, 0)}${Array.from({ length: teeth - 1 }, (_one, index) => `L${at((length / teeth) * (index + 1), index % 2 === 0 ? 6 : -6)}`).join("")}L${at(length, 0)}`} className="line couple" />;
  }
  const cuts = [length / 2 - 4, length / 2 + 4].map((along) => `M${at(along - 3, 8)}L${at(along + 3, -8)}`).join("");
  return <g><path d={`M${at(0, 0)}L${at(length, 0)}`} className={`line tie-${tie}`} />{tie === "broken" ? <path d={cuts} className="line couple" /> : null}</g>;
}

export function EcomapLegend() {
  const { family: { ties, legend } } = useText(peopleText);
  return (
    <ul className="family-legend" aria-label={legend}>
      {([...TIES, "unsaid"] as const).map((tie) => <li key={tie}><svg viewBox="0 0 60 24" className="family-sign wide" aria-hidden="true"><TieDrawing tie={tie} from={{ x: 3, y: 12 }} to={{ x: 57, y: 12 }} /></svg><span>{ties[tie]}</span></li>)}
    </ul>
  );
}

const cut = (text: string, most: number): string => ([...text].length > most ? `${[...text].slice(0, most - 1).join("")}…` : text);
/** At most two lines, evenly filled; letters are narrower than signs. */
function wrap(name: string): string[] {
  const most = /^\p{ASCII}+$/u.test(name) ? 10 : 5;
  const signs = [...name];
  if (signs.length <= most) return [name];
  const first = Math.min(most, Math.ceil(signs.length / 2));
  return [signs.slice(0, first).join(""), cut(signs.slice(first).join(""), most)];
}
