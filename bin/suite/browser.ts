import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "../../src/platform/print/chromium.ts";

const DEBIAN_PACKAGES = ["chromium", "fonts-noto-cjk"];

/** Finds Chromium and a Chinese font, or as root on Debian installs them; undefined, with instructions printed, where neither works. */
export function prepareBrowser(): string | undefined {
  const ready = findChromium() !== null && hasChineseFont();
  if (!ready && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) install();
  const chromium = findChromium();
  if (chromium !== null && hasChineseFont()) return chromium;
  console.error(`The browser journeys need Chromium and a Chinese font. Install them, then run the same command again:
浏览器测试需要 Chromium 和中文字体。请安装后重新运行同一命令：
  Debian, Ubuntu:  sudo apt-get install ${DEBIAN_PACKAGES.join(" ")}
  Fedora:          sudo dnf install chromium google-noto-sans-cjk-fonts
  elsewhere:       set CHROMIUM_PATH to a Chromium or Chrome of your own`);
  return undefined;
}

/** Where fontconfig is not in use (macOS, Windows) the system brings Chinese fonts. */
function hasChineseFont(): boolean {
  if (process.platform !== "linux") return true;
  const { status, stdout } = spawnSync("fc-list", [":lang=zh-cn", "family"], { encoding: "utf8" });
  return status === 0 && stdout.trim() !== "";
}

function install(): void {
  console.log(`Installing ${DEBIAN_PACKAGES.join(" and ")} (the first time takes a minute or two)`);
  const run = (...args: string[]) => spawnSync("apt-get", ["-qq", "-y", ...args], {
    stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  }).status === 0;
  const packages = ["install", "--no-install-recommends", ...DEBIAN_PACKAGES];
  // Package lists of a fresh container are empty or old.
  if (!run(...packages) && run("update")) run(...packages);
}
