import { Form, useLocation } from "react-router";
import { useKitText } from "../messages/texts.ts";
import { PREFERENCES, type PreferenceName, type Preferences } from "./preferences.ts";

/** One form per choice, posting `name=value` and `back` to `/preferences`; works without script. */
export function ModeSwitches({ preferences }: { preferences: Preferences }) {
  const t = useKitText();
  const { pathname, search } = useLocation();
  const words: Record<PreferenceName, { label: string; values: Readonly<Record<string, string>> }> = {
    language: { label: t.language, values: { zh: "中文", en: "English" } },
    theme: { label: t.theme, values: t.themes },
    mode: { label: t.mode, values: t.modesOf },
    text: { label: t.text, values: t.texts },
    contrast: { label: t.contrast, values: t.contrasts },
    motion: { label: t.motion, values: t.motions },
  };
  return (
    <div className="modes">
      {(Object.keys(PREFERENCES) as PreferenceName[]).map((name) => (
        <Form method="post" action="/preferences" key={name} preventScrollReset>
          <input type="hidden" name="back" value={pathname + search} />
          <fieldset className="modes-row">
            <legend>{words[name].label}</legend>
            <div className="segments">
              {PREFERENCES[name].map((value) => (
                <button key={value} className="segment" name={name} value={value} aria-pressed={preferences[name] === value}
                  lang={name === "language" ? value : undefined}>{words[name].values[value]}</button>
              ))}
            </div>
          </fieldset>
        </Form>
      ))}
    </div>
  );
}
