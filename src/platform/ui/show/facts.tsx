import type { ReactNode } from "react";
import { Link } from "react-router";
import { useKitText } from "../messages/texts.ts";

export interface Fact {
  label: string;
  value: ReactNode;
  /** Where the answer is changed; only in `CheckAnswers`. */
  changeTo?: string;
}

/** Known facts, label and value. Leave out what is not known: a person is not a wall of empty fields. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return <dl className="facts">{facts.map((fact) => <div key={fact.label}><dt>{fact.label}</dt><dd>{fact.value}</dd></div>)}</dl>;
}

/** 请核对: all answers once more before others see them, each with its way back. */
export function CheckAnswers({ facts }: { facts: readonly Fact[] }) {
  const t = useKitText();
  return (
    <dl className="facts answers">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
          {fact.changeTo ? <dd><Link to={fact.changeTo}>{t.change}<span className="sr-only"> {fact.label}</span></Link></dd> : null}
        </div>
      ))}
    </dl>
  );
}
