import { Link } from "react-router";
import { useLanguage } from "#platform/i18n/use-text.ts";
import { formatNumber } from "#platform/i18n/numbers.ts";

export interface FigureCell {
  /** Null: hidden. */
  readonly value: number | null;
  /** Where its rows are; left out for figures that do not open. */
  readonly to?: string | undefined;
  /** Written instead of the number. */
  readonly words?: string | undefined;
}

/** Figures that open to their rows; a hidden one is a dot, nought is a dash. */
export function FigureTable({ caption, head, rows }: { caption: string; head: readonly string[]; rows: readonly { readonly key: string; readonly name: string; readonly cells: readonly FigureCell[] }[] }) {
  const language = useLanguage();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div className="figure-scroll" tabIndex={0} role="group" aria-label={caption}>
      <table className="figures">
        <caption className="sr-only">{caption}</caption>
        <thead><tr>{head.map((word) => <th key={word} scope="col">{word}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {row.cells.map(({ value, to, words }, index) => {
                const written = words ?? (value === null ? "·" : value === 0 ? "–" : formatNumber(value, language));
                return <td key={head[index + 1]}>{to && value ? <Link to={to}>{written}</Link> : written}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
