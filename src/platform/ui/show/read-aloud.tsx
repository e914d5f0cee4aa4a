import { Volume2, VolumeX } from "lucide-react";
import { useEffect, useState } from "react";
import { localeOf } from "../../i18n/language.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { useKitText } from "../messages/texts.ts";

/** Reads a text aloud with the voice of the device. Shown only where the device has one. */
export function ReadAloud({ text }: { text: string }) {
  const t = useKitText();
  const language = useLanguage();
  const [state, setState] = useState<"absent" | "quiet" | "speaking">("absent");
  useEffect(() => {
    if (!("speechSynthesis" in window)) return;
    setState("quiet");
    return () => window.speechSynthesis.cancel();
  }, []);
  if (state === "absent") return null;

  function toggle() {
    window.speechSynthesis.cancel();
    if (state === "speaking") return setState("quiet");
    const speech = Object.assign(new SpeechSynthesisUtterance(text), { lang: localeOf(language), rate: 0.9 });
    speech.onend = speech.onerror = () => setState("quiet");
    window.speechSynthesis.speak(speech);
    setState("speaking");
  }
  const Icon = state === "speaking" ? VolumeX : Volume2;
  return (
    <button type="button" className="button" onClick={toggle}>
      <Icon className="icon" aria-hidden="true" />{state === "speaking" ? t.readStop : t.readAloud}
    </button>
  );
}
