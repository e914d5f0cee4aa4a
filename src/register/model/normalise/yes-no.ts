import { squeeze } from "./text.ts";

const YES = /^(是的?|有|对|yes|y|true|t|1|√|✓|✔|☑|✅|v|o|○|●|■|⬤|勾)$/i;
const NO = /^(否|不是|没有|无|不|错|no|n|false|f|0|×|✗|✘|✕|❌|☒|x|╳|非)$/i;

/** A tick, a cross or a word in a form. Null when blank or something else. */
export function normaliseYesNo(text: string): boolean | null {
  const squeezed = squeeze(text).replace(/[。.,;]$/, "");
  if (YES.test(squeezed)) return true;
  return NO.test(squeezed) ? false : null;
}
