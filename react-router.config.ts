import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "src/app",
  buildDirectory: process.env.LINLI_BUILD ?? "build",
  ssr: true,
  routeDiscovery: { mode: "initial" },
} satisfies Config;
