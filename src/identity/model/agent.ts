const SYSTEMS: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/i, "HarmonyOS"], [/Android/i, "Android"], [/iPhone|iPad|iPod/i, "iOS"], [/Windows/i, "Windows"], [/Mac OS X|Macintosh/i, "macOS"],
  [/CrOS/i, "ChromeOS"], [/Linux/i, "Linux"],
];
const BROWSERS: readonly [RegExp, string][] = [
  [/MicroMessenger/i, "微信 WeChat"], [/Edg/i, "Edge"], [/QQBrowser/i, "QQ"], [/UCBrowser/i, "UC"], [/HuaweiBrowser/i, "Huawei"], [/Firefox|FxiOS/i, "Firefox"],
  [/Chrome|CriOS/i, "Chrome"], [/Safari/i, "Safari"],
];

/** Kind of browser and system from a User-Agent header: enough to recognise one's own session, too little to follow anybody. */
export function describeAgent(header: string): string {
  const name = (list: readonly [RegExp, string][]) => list.find(([pattern]) => pattern.test(header))?.[1];
  return [name(BROWSERS), name(SYSTEMS)].filter(Boolean).join(" · ");
}
