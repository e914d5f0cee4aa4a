import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const PLACES = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];
const DEBIAN_PACKAGES = ["chromium", "fonts-noto-cjk"];

/** The Chromium the journeys use: `CHROMIUM_PATH`, or the first one installed. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const inPath = (env["PATH"] ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [env["CHROMIUM_PATH"] ?? "", ...inPath, ...PLACES].find((path) => path !== "" && isExecutable(path));
}

/** Finds Chromium and a Chinese font, or as root on Debian installs them; undefined, with instructions printed, where neither works. */
export function prepareBrowser(): string | undefined {
  if (!isReady() && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) install();
  if (isReady()) return findChromium();
  console.error(`The browser journeys need Chromium and a Chinese font. Install them, then run the same command again:
浏览器测试需要 Chromium 和中文字体。请安装后重新运行同一命令:
  Debian, Ubuntu:  sudo apt-get install ${DEBIAN_PACKAGES.join(" ")}
  Fedora:          sudo dnf install chromium google-noto-sans-cjk-fonts
  elsewhere:       set CHROMIUM_PATH to a Chromium or Chrome of your own`);
  return undefined;
}

function isReady(): boolean {
  return findChromium() !== undefined && hasChineseFont();
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

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
