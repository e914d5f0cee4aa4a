import { Table2 } from "lucide-react";
import { Link } from "react-router";
import { useLanguage } from "../../i18n/use-text.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { useKitText } from "../messages/texts.ts";

export interface TableBehindProps {
  caption: string;
  head: readonly string[];
  rows: readonly { readonly key: string; readonly name: string; readonly to?: string | undefined; readonly values: readonly number[] }[];
  /** Decimal places of the values. */
  digits?: number;
  open?: boolean;
  /** Told when a person opens or closes it. */
  onToggle?: (open: boolean) => void;
}

/** The table behind a picture: the same numbers for those who do not see it, or want to be sure. */
export function TableBehind({ caption, head, rows, digits = 0, open, onToggle }: TableBehindProps) {
  const t = useKitText();
  const language = useLanguage();
  return (
    <details className="behind" open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary><Table2 className="icon" aria-hidden="true" />{t.table}<span className="sr-only">{`: ${caption}`}</span></summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <div className="scroll" tabIndex={0} role="group" aria-label={caption}>
        <table>
          <caption className="sr-only">{caption}</caption>
          <thead><tr>{head.map((word) => <th key={word} scope="col">{word}</th>)}</tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.to ? <Link to={row.to}>{row.name}</Link> : row.name}</th>
                {row.values.map((value, index) => <td key={head[index + 1] ?? index}>{formatNumber(value, language, digits)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
