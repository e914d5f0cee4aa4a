import type { Difference } from "../../../kernel/refusal.ts";
import { useKitText } from "../messages/texts.ts";

/** Two people changed one record: what is stored now beside what was sent, field by field. */
export function ClashTable({ difference, labels }: { difference: Difference; labels: Readonly<Record<string, string>> }) {
  const t = useKitText();
  return (
    <table className="clash">
      <thead><tr><th scope="col">{t.field}</th><th scope="col">{t.stored}</th><th scope="col">{t.sent}</th></tr></thead>
      <tbody>
        {Object.entries(difference).map(([field, { stored, sent }]) => (
          <tr key={field}><th scope="row">{labels[field] ?? field}</th><td>{written(stored)}</td><td>{written(sent)}</td></tr>
        ))}
      </tbody>
    </table>
  );
}

function written(value: unknown): string {
  if (value === null || value === undefined || value === "") return "—";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
