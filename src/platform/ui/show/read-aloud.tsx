import { Volume2, VolumeX } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { localeOf } from "../../i18n/language.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { useKitText } from "../messages/texts.ts";

/** Reads a text aloud with the voice of the device. Shown only where the device has one. */
export function ReadAloud({ text }: { text: string }) {
  const t = useKitText();
  const language = useLanguage();
  const able = useSyncExternalStore(() => () => {}, () => "speechSynthesis" in window, () => false);
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (!able) return null;

  function toggle() {
    window.speechSynthesis.cancel();
    if (speaking) return setSpeaking(false);
    const speech = Object.assign(new SpeechSynthesisUtterance(text), { lang: localeOf(language), rate: 0.9 });
    speech.addEventListener("end", () => setSpeaking(false));
    speech.addEventListener("error", () => setSpeaking(false));
    window.speechSynthesis.speak(speech);
    setSpeaking(true);
  }
  const Icon = speaking ? VolumeX : Volume2;
  return (
    <button type="button" className="button" onClick={toggle}>
      <Icon className="icon" aria-hidden="true" />{speaking ? t.readStop : t.readAloud}
    </button>
  );
}
