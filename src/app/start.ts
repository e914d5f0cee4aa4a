import { readSettings } from "./server/settings.ts";
import { serve } from "./server/serve.ts";

/** `linli start [--demo]`: serves until Ctrl-C, then stops in order. */
export const startCommand = {
  name: ["start"],
  usage: "start [--demo]",
  async run(args: readonly string[]): Promise<void> {
    const running = await serve(readSettings(process.env, args), (line) => console.log(line));
    for (const line of running.banner) console.log(line);
    await new Promise<void>((resolve) => {
      const stop = () => resolve();
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
    });
    console.log("正在停止 … stopping");
    await running.stop();
  },
};
