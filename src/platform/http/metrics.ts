import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";

const registry = new Registry();
collectDefaultMetrics({ register: registry });

const seconds = new Histogram({
  name: "linli_request_seconds", help: "Time to answer, by face and method", labelNames: ["face", "method"] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], registers: [registry],
});
const answers = new Counter({ name: "linli_answers_total", help: "Answers by face and status class", labelNames: ["face", "status"] as const, registers: [registry] });

/** Counts one answer. Labels are few and hold no address, so that no personal data and no endless series arise. */
export function observeRequest(face: "page" | "api", method: string, status: number, ms: number): void {
  seconds.observe({ face, method }, ms / 1000);
  answers.inc({ face, status: `${Math.floor(status / 100)}xx` });
}

/** All figures in Prometheus' text format. */
export const metrics = (): Promise<string> => registry.metrics();
