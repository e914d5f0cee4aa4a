import { keySign } from "../../../kernel/shortcut.ts";
import type { ShortcutGroup } from "../../keyboard/shortcut-sources.ts";
import { useKitText } from "../messages/texts.ts";

/** Keys and what they do. */
export function KeyList({ group }: { group: ShortcutGroup }) {
  const t = useKitText();
  return (
    <dl className="key-list">
      {group.lines.map(({ keys, does }) => (
        <div key={does}>
          <dt>{keys.map((key, at) => <span key={key}>{at > 0 ? <span className="small soft">{t.keyOr}</span> : null}<kbd>{keySign(key)}</kbd></span>)}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
