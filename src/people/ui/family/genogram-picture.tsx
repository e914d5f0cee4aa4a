import { ageOn } from "#kernel/calendar.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { peopleText } from "../../messages/index.ts";
import { SYMBOL, type Genogram, type Line, type Placed } from "../../model/family/genogram.ts";

const R = SYMBOL / 2;

export interface GenogramProps {
  picture: Genogram;
  centre: string;
  carers: readonly string[];
  guardians: readonly string[];
  today: string;
}

/** The standard family picture: squares, circles and diamonds; read without colour, and in words beside it. */
export function GenogramPicture({ picture, centre, carers, guardians, today }: GenogramProps) {
  const { family: t } = useText(peopleText);
  const generations = new Set(picture.persons.map(({ generation }) => generation)).size;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div className="scroll" tabIndex={0} role="group" aria-label={t.genogram}>
      <svg className="family-picture" viewBox={`0 0 ${picture.width} ${picture.height}`} style={{ maxInlineSize: `${picture.width * 1.15}px`, minInlineSize: `${Math.min(picture.width, 900) * 0.62}px` }} role="img" aria-label={t.genogramSummary(picture.persons.length, generations)}>
        <defs><pattern id="family-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" className="hatch" /></pattern></defs>
        {picture.households.map((box) => <rect key={`${box.x} ${box.y}`} {...box} rx="18" className="household" />)}
        {picture.lines.map((line) => <LineDrawing key={`${line.kind} ${line.points.map(({ x, y }) => `${x} ${y}`).join(" ")}`} line={line} />)}
        {picture.persons.map((one) => (
          <Symbol key={one.id} one={one} centre={one.id === centre} age={one.birthOn && !one.deceasedOn ? t.age(ageOn(one.birthOn, today)) : ""}
            mark={[guardians.includes(one.id) ? t.marks.guardian : "", carers.includes(one.id) ? t.marks.carer : ""].join("")} />
        ))}
      </svg>
    </div>
  );
}

function LineDrawing({ line: { kind, points } }: { line: Line }) {
  const path = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
  const [a, b] = points.length > 2 ? [points[1]!, points[2]!] : [points[0]!, points[1]!];
  const middle = { x: (a.x + b.x) / 2 + (points.length > 2 ? 0 : 10), y: (a.y + b.y) / 2 };
  return (
    <g>
      <path d={path} className={`line ${kind}`} />
      {kind === "ended" ? <path d={`M${middle.x - 7} ${middle.y + 8}l6 -16M${middle.x + 1} ${middle.y + 8}l6 -16`} className="line couple" /> : null}
    </g>
  );
}

function Symbol({ one, centre, age, mark }: { one: Placed; centre: boolean; age: string; mark: string }) {
  return (
    <g>
      <Shape one={one} radius={R} className="symbol" />
      {one.disabled ? <Half one={one} /> : null}
      {centre ? <Shape one={one} radius={R + 5} className="centre" /> : null}
      {one.deceasedOn ? <path d={`M${one.x - R} ${one.y - R}l${SYMBOL} ${SYMBOL}M${one.x + R} ${one.y - R}l${-SYMBOL} ${SYMBOL}`} className="line couple" /> : null}
      {age ? <text x={one.x} y={one.y + 5} className="age">{age}</text> : null}
      {mark ? <g><rect x={one.x + R - 6} y={one.y - R - 13} width={mark.length * 14 + 6} height="19" rx="9.5" className="badge" /><text x={one.x + R - 3 + mark.length * 7} y={one.y - R + 1} className="badge-word">{mark}</text></g> : null}
      <text x={one.x} y={one.y + R + 20} className="name">{shortName(one.name)}</text>
      {one.deceasedOn ? <text x={one.x} y={one.y + R + 37} className="year">{one.birthOn ? `${one.birthOn.slice(0, 4)}–` : "–"}{one.deceasedOn.slice(0, 4)}</text> : null}
    </g>
  );
}

/** A square for a man, a circle for a woman, a diamond where the sex is not noted. */
function Shape({ one: { sex, x, y }, radius, className }: { one: Placed; radius: number; className: string }) {
  if (sex === "male") return <rect x={x - radius} y={y - radius} width={radius * 2} height={radius * 2} className={className} />;
  if (sex === "female") return <circle cx={x} cy={y} r={radius} className={className} />;
  return <path d={`M${x} ${y - radius}l${radius} ${radius}l${-radius} ${radius}l${-radius} ${-radius}z`} className={className} />;
}

/** The lower half hatched: a disability. */
function Half({ one: { sex, x, y } }: { one: Placed }) {
  const d = sex === "male" ? `M${x - R} ${y}h${SYMBOL}v${R}h${-SYMBOL}z` : sex === "female" ? `M${x - R} ${y}a${R} ${R} 0 0 0 ${SYMBOL} 0z` : `M${x - R} ${y}h${SYMBOL}l${-R} ${R}z`;
  return <path d={d} fill="url(#family-hatch)" className="half" />;
}

const shortName = (name: string): string => ([...name].length > 7 ? `${[...name].slice(0, 6).join("")}…` : name);

/** What the signs of the picture mean. */
export function GenogramLegend() {
  const { family: { signs: t, legend, marks } } = useText(peopleText);
  const at = { x: 18, y: 18, id: "", name: "", birthOn: null, deceasedOn: null, disabled: false, generation: 0 };
  const scale = 0.6;
  const drawings = [
    { key: "male", word: t.male, draw: <Shape one={{ ...at, sex: "male" }} radius={14} className="symbol" /> }, { key: "female", word: t.female, draw: <Shape one={{ ...at, sex: "female" }} radius={14} className="symbol" /> },
    { key: "unknown", word: t.unknown, draw: <Shape one={{ ...at, sex: null }} radius={15} className="symbol" /> }, { key: "centre", word: t.centre, draw: <><Shape one={{ ...at, sex: "female" }} radius={10} className="symbol" /><Shape one={{ ...at, sex: "female" }} radius={15} className="centre" /></> },
    { key: "dead", word: t.dead, draw: <><Shape one={{ ...at, sex: "male" }} radius={14} className="symbol" /><path d="M4 4L32 32M32 4L4 32" className="line couple" /></> },
    { key: "disabled", word: t.disabled, draw: <g transform={`translate(${18 - 18 * scale} ${18 - 18 * scale}) scale(${scale})`}><Shape one={{ ...at, sex: "male" }} radius={R} className="symbol" /><Half one={{ ...at, sex: "male" }} /></g> },
    { key: "guardian", word: `${marks.guardian} ${t.guardian}`, draw: null }, { key: "carer", word: `${marks.carer} ${t.carer}`, draw: null },
    { key: "together", word: t.together, draw: <rect x="3" y="6" width="30" height="24" rx="8" className="household" /> },
    { key: "ended", word: t.ended, draw: <><path d="M2 18H34" className="line couple" /><path d="M12 26l6 -16M19 26l6 -16" className="line couple" /></> }, { key: "loose", word: t.loose, draw: <path d="M2 18H34" className="line loose" /> },
  ];
  return <ul className="family-legend" aria-label={legend}>{drawings.map(({ key, word, draw }) => <li key={key}>{draw ? <svg viewBox="0 0 36 36" className="family-sign" aria-hidden="true">{draw}</svg> : null}<span>{word}</span></li>)}</ul>;
}
