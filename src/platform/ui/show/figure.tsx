import { Link } from "react-router";
import { useLanguage } from "../../i18n/use-text.ts";
import { formatNumber, unitWord, type Unit } from "../../i18n/numbers.ts";

export interface FigureProps {
  value: number;
  unit?: Unit;
  /** Where its rows are listed. Without it the figure is plain text. */
  to?: string;
  /** Decimal places; 0 unless told. */
  digits?: number;
}

/** A number that opens to the rows it was counted from. */
export function Figure({ value, unit, to, digits = 0 }: FigureProps) {
  const language = useLanguage();
  const written = (
    <>
      <data value={value}>{formatNumber(value, language, digits)}</data>
      {unit ? ` ${unitWord(value, unit, language)}` : null}
    </>
  );
  return to ? <Link to={to}>{written}</Link> : <span>{written}</span>;
}
