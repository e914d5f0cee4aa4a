/**
 * Sign-ups for one session all at once, every third given back as soon as it is answered: never over the places, the order as the policy writes it, no
 * deadlock. An independent replay goes through what the database saw. Usage: `node bench/crowd-sign-ups.ts [RUNS] [PEOPLE] [PLACES]`, 50 500 20 unless said.
 */
import { openDb, connectPool } from "../src/platform/db/connect.ts";
import { scratchDatabase } from "../src/platform/testing/scratch-database.ts";
import { crowdSignsUp, faultsOf, watchEvents } from "../src/activities/testing-crowd.ts";

const [runs = 50, people = 500, places = 20] = process.argv.slice(2).map(Number);
const scratch = await scratchDatabase();
const pool = connectPool({ url: scratch.url, role: "linli_app", maxConnections: 12 });
const ground = { db: openDb(pool), owner: scratch.owner, ownerUrl: scratch.url };
try {
  await watchEvents(scratch.owner);
  let house: Awaited<ReturnType<typeof crowdSignsUp>>["house"] | undefined;
  let [faults, over, deadlocks, failures, seconds] = [0, 0, 0, 0, 0];
  console.log("| run | over capacity | order violated | deadlocks | refused | seconds |\n|--:|--:|--:|--:|--:|--:|");
  for (let run = 1; run <= runs; run++) {
    const began = performance.now();
    const result = await crowdSignsUp(ground, people, places, house);
    house = result.house;
    const took = (performance.now() - began) / 1000;
    const found = faultsOf(result.seen, places);
    const beyond = found.filter((fault) => fault.endsWith("booked")).length;
    const locked = result.failures.filter((failure) => failure.includes("deadlock")).length;
    console.log(`| ${run} | ${beyond} | ${found.length - beyond} | ${locked} | ${result.failures.length - locked} | ${took.toFixed(1)} |`);
    for (const fault of [...found, ...result.failures].slice(0, 3)) console.log(`  ${fault}`);
    [faults, over, deadlocks, failures, seconds] = [faults + found.length - beyond, over + beyond, deadlocks + locked, failures + result.failures.length - locked, seconds + took];
  }
  console.log(`| **${runs} runs, ${people} people, ${places} places** | ${over} | ${faults} | ${deadlocks} | ${failures} | ${(seconds / runs).toFixed(1)} a run |`);
  process.exitCode = faults + over + deadlocks + failures > 0 ? 1 : 0;
} finally {
  await pool.end();
  await scratch.drop();
}
