import { Link } from "react-router";
import { ButtonLink } from "../form/button.tsx";
import { Card } from "./card.tsx";
import { useKitText } from "../messages/texts.ts";
import { Chip } from "../show/chip.tsx";
import type { KeyedPanel } from "../../web/panels.ts";

/** What another slice shows here: its lines, and the one thing to do. */
export function PanelCard({ panel: { title, lines, empty, to, action } }: { panel: KeyedPanel }) {
  const t = useKitText();
  return (
    <Card title={title} aside={to ? <Link to={to}>{t.seeAll}<span className="sr-only"> {title}</span></Link> : undefined}>
      <div className="stack tight">
        {lines.length === 0 ? <p className="soft">{empty}</p> : (
          <ul className="stack tight">
            {lines.map((line) => (
              <li key={line.key}>
                {line.to ? <Link to={line.to}>{line.text}</Link> : line.text} {line.chip ? <Chip tone={line.chip.tone}>{line.chip.label}</Chip> : null}
                {line.note ? <span className="small soft"> {line.note}</span> : null}
              </li>
            ))}
          </ul>
        )}
        {action ? <div><ButtonLink to={action.to}>{action.label}</ButtonLink></div> : null}
      </div>
    </Card>
  );
}
