import type { Packet } from "./packet.ts";

/** PBKDF2-HMAC-SHA-256 rounds, with a passphrase of 80 bits. */
export const ITERATIONS = 600_000;

/** A sealed letter's three parts, base64. The tag is the last 16 bytes of `sealed` (AES-256-GCM). */
export interface SealedParts { readonly salt: string; readonly nonce: string; readonly sealed: string }

/** What can be read without the passphrase, and how the packet is put in words. */
export interface LetterWords {
  readonly lang: string;
  readonly title: string;
  readonly lead: string;
  readonly passphrase: string;
  readonly open: string;
  readonly wrong: string;
  readonly lines: (packet: Packet) => readonly (readonly [label: string, value: string])[];
}

const escapeHtml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** One page that needs no network and no program but a browser. Its policy lets it load and send nothing. */
export function letterPage({ salt, nonce, sealed }: SealedParts, words: LetterWords): string {
  const script = `const P=${JSON.stringify({ salt, nonce, sealed, rounds: ITERATIONS })};
const bytes=(t)=>Uint8Array.from(atob(t),(c)=>c.charCodeAt(0));
document.querySelector("form").addEventListener("submit",async(event)=>{event.preventDefault();
const say=document.querySelector("[role=alert]");say.textContent="";
try{const typed=document.querySelector("input").value.toUpperCase().replace(/[^0-9A-Z]/g,"");
const base=await crypto.subtle.importKey("raw",new TextEncoder().encode(typed),"PBKDF2",false,["deriveKey"]);
const key=await crypto.subtle.deriveKey({name:"PBKDF2",hash:"SHA-256",salt:bytes(P.salt),iterations:P.rounds},base,{name:"AES-GCM",length:256},false,["decrypt"]);
const plain=await crypto.subtle.decrypt({name:"AES-GCM",iv:bytes(P.nonce)},key,bytes(P.sealed));
const list=document.querySelector("dl");list.replaceChildren();
for(const [label,value] of JSON.parse(new TextDecoder().decode(plain))){const dt=document.createElement("dt");dt.textContent=label;const dd=document.createElement("dd");dd.textContent=value;list.append(dt,dd);}
list.hidden=false;document.querySelector("form").hidden=true;}catch{say.textContent=${JSON.stringify(words.wrong)};}});`;
  return `<!doctype html>
<html lang="${words.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>${escapeHtml(words.title)}</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1b1f1d;background:#fff}input,button{font:inherit;padding:.6rem;min-height:44px}input{width:100%;max-width:22rem;box-sizing:border-box;border:1px solid #5f6b66;border-radius:8px}button{background:#0b6b4f;color:#fff;border:0;border-radius:8px;margin-top:.8rem;padding:.6rem 1.4rem}dt{font-weight:600;margin-top:.8rem}dd{margin:0;white-space:pre-wrap}[role=alert]{color:#a3261b}</style></head>
<body><main><h1>${escapeHtml(words.title)}</h1><p>${escapeHtml(words.lead)}</p>
<form><label for="p">${escapeHtml(words.passphrase)}</label><br><input id="p" autocomplete="off" spellcheck="false" required><br><button>${escapeHtml(words.open)}</button></form>
<p role="alert"></p><dl hidden></dl></main><script>
${script}
</script></body></html>
`;
}
