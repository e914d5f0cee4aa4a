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
  let [faults, failures, seconds] = [0, 0, 0];
  for (let run = 1; run <= runs; run++) {
    const began = performance.now();
    const result = await crowdSignsUp(ground, people, places, house);
    house = result.house;
    seconds += (performance.now() - began) / 1000;
    faults += faultsOf(result.seen, places).length;
    failures += result.failures.length;
    if (result.failures.length > 0) console.log(result.failures[0]);
  }
  console.log("| runs | people | places | wrong | refused or deadlocked | seconds a run |\n|--:|--:|--:|--:|--:|--:|");
  console.log(`| ${runs} | ${people} | ${places} | ${faults} | ${failures} | ${(seconds / runs).toFixed(1)} |`);
  process.exitCode = faults + failures > 0 ? 1 : 0;
} finally {
  await pool.end();
  await scratch.drop();
}
