import { Link } from "react-router";
import { formatNumber } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { caseworkText } from "../messages/index.ts";
import type { NeedChart } from "../model/chart.ts";
import type { NeedFilter } from "../model/count.ts";
import { SMALLEST_SHOWN } from "../model/hide-small-cells.ts";
import { needName } from "./need-name.ts";
import { needQuery } from "./need-address.ts";

export interface NeedTableProps {
  chart: NeedChart;
  names: Readonly<Record<string, string>>;
  filter: NeedFilter;
}

/** People by need and community; every number opens to the people it was counted from. */
export function NeedTable({ chart, names, filter }: NeedTableProps) {
  const t = useText(caseworkText);
  const language = useLanguage();
  const link = (changes: Partial<Record<string, string>>) => `/needs/rows?${needQuery(filter, changes)}`;
  return (
    <div className="behind">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <div className="scroll" tabIndex={0} role="group" aria-label={t.table}>
        <table>
          <caption className="sr-only">{t.table}</caption>
          <thead>
            <tr>
              <th scope="col">{t.need}</th>
              {chart.communityIds.map((id) => <th key={id} scope="col">{names[id] ?? t.noCommunity}</th>)}
              <th scope="col">{t.total}</th>
            </tr>
          </thead>
          <tbody>
            {chart.lines.map(({ code, byCommunity, persons }) => (
              <tr key={code}>
                <th scope="row">{needName(code, language)}</th>
                {byCommunity.map((count, index) => <Cell key={chart.communityIds[index]} count={count} to={link({ code, community: chart.communityIds[index]! })} />)}
                <Cell count={persons} to={link({ code })} />
              </tr>
            ))}
            <tr>
              <th scope="row">{t.stats.persons}</th>
              {chart.communityPersons.map((count, index) => <Cell key={chart.communityIds[index]} count={count} to={link({ community: chart.communityIds[index]! })} />)}
              <Cell count={chart.total.persons} to={link({})} />
            </tr>
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Cell({ count, to }: { count: number; to: string }) {
  const language = useLanguage();
  if (count === 0) return <td><span className="soft">0</span></td>;
  return <td><Link to={to}>{formatNumber(count, language)}</Link>{count < SMALLEST_SHOWN ? "*" : null}</td>;
}
