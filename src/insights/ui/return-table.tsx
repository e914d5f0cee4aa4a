import { Link } from "react-router";
import { formatNumber } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { insightsText } from "../messages/index.ts";
import { FIGURES, type Figures, type ReturnLine } from "../model/monthly-return.ts";
import type { ShownReturn } from "../service/count-month.ts";

/** The return as a table: a line for each community and population, the whole at the foot. Each line opens to its rows. */
export function ReturnTable({ counted }: { counted: ShownReturn }) {
  const t = useText(insightsText);
  const { lines, together, total, communityNames, opens, month } = counted;
  const to = ({ communityId, population }: ReturnLine) => `/returns/${month}/rows?${new URLSearchParams({ ...(communityId && { community: communityId }), population })}`;
  return (
    <div className="scroll-x" role="region" aria-label={t.title} tabIndex={0}>
      <table className="figures">
        <caption className="sr-only">{t.title}</caption>
        <thead>
          <tr><th scope="col">{t.community}</th><th scope="col">{t.population}</th>{FIGURES.map((figure) => <th key={figure} scope="col" className="end">{t.figures[figure]}</th>)}</tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.communityId}${line.population}`}>
              <th scope="row">{opens ? <Link to={to(line)}>{nameOf(line, communityNames, t.noCommunity)}</Link> : nameOf(line, communityNames, t.noCommunity)}</th>
              <td>{t.populations[line.population]}</td>
              <Cells figures={line} />
            </tr>
          ))}
          {together ? <tr><th scope="row" colSpan={2}>{t.together}</th><Cells figures={together} /></tr> : null}
        </tbody>
        <tfoot><tr><th scope="row" colSpan={2}>{t.total}</th><Cells figures={total} /></tr></tfoot>
      </table>
    </div>
  );
}

function Cells({ figures }: { figures: Figures }) {
  const t = useText(insightsText);
  const language = useLanguage();
  return FIGURES.map((figure) => <td key={figure} className="end">{figure === "volunteerMinutes" ? t.hours(figures[figure]) : formatNumber(figures[figure], language)}</td>);
}

const nameOf = ({ communityId }: ReturnLine, names: Readonly<Record<string, string>>, none: string) => (communityId ? (names[communityId] ?? none) : none);
