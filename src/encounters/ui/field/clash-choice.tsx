import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Button } from "#platform/ui/form/button.tsx";
import { encountersText } from "../../messages/index.ts";
import type { TakenAlong } from "../../service/take-along.ts";
import type { FieldItem } from "./device/box.ts";

/** Both sides beside each other, and the choice. Nothing goes on before it is made. */
export function ClashChoice({ item: { theirs }, topics, choose }: { item: FieldItem; topics: TakenAlong["topics"]; choose: (side: "mine" | "theirs") => void }) {
  const { field: { clash: t }, fields, modes, minutesOf } = useText(encountersText);
  const language = useLanguage();
  if (!theirs) return null;
  const words = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return "—";
    if (field === "mode") return modes[value as "home"];
    if (field === "minutes") return minutesOf(Number(value));
    if (field === "topics") return (value as string[]).map((code) => topics.find(({ topic }) => topic === code)?.[language] ?? code).join("、") || "—";
    return Array.isArray(value) ? String(value.length) : String(value);
  };
  const [mine, other] = { changed: [t.keepMine, t.keepTheirs], withdrawn: [t.again, t.leave], person: [t.same, t.notSame] }[theirs.kind];
  const rows = Object.entries(theirs.difference);
  return (
    <div className="stack tight">
      <p>{t[theirs.kind]}</p>
      {rows.length > 0 ? (
        <table className="clash">
          <thead><tr><th scope="col"><span className="sr-only">{fields.topics}</span></th><th scope="col">{t.stored}</th><th scope="col">{t.mine}</th></tr></thead>
          <tbody>{rows.map(([field, { stored, sent }]) => <tr key={field}><th scope="row">{fields[field] ?? field}</th><td>{words(field, stored)}</td><td>{words(field, sent)}</td></tr>)}</tbody>
        </table>
      ) : null}
      <div className="form-acts"><Button tone="primary" onClick={() => choose("mine")}>{mine}</Button><Button onClick={() => choose("theirs")}>{other}</Button></div>
    </div>
  );
}
