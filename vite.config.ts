import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [reactRouter()],
  build: {
    assetsInlineLimit: 0, sourcemap: false,
    // Pages are read with their loaders before these are taken out; this server's library cannot even be read for a browser.
    rolldownOptions: { external: ["@node-rs/argon2"] },
  },
});
