import { setTimeout as sleep } from "node:timers/promises";

/** Async graphs whose nodes wait for some milliseconds, each with the program that one would write for it by hand. */
export function sleepingGraphs(random) {
  const mixed = Array.from({ length: 200 }, () => 1 + Math.floor(random() * 19));
  const columns = Array.from({ length: 20 }, (_, column) => mixed.filter((_, i) => i % 20 === column));
  return [
    {
      title: "10 levels of 20 nodes, 5 ms each",
      graph: graphOf(layered(10, 20), () => 5),
      byHand: () => Promise.all(Array.from({ length: 20 }, () => inTurn(new Array(10).fill(5)))),
    },
    {
      title: "10 levels of 20 nodes, 1 to 19 ms",
      graph: graphOf(layered(10, 20), (i) => mixed[i]),
      byHand: () => Promise.all(columns.map(inTurn)),
    },
    {
      title: "200 nodes of 5 ms, 10 at a time",
      graph: graphOf(Array.from({ length: 200 }, () => []), () => 5),
      concurrency: 10,
      byHand: () => Promise.all(Array.from({ length: 10 }, () => inTurn(new Array(20).fill(5)))),
    },
  ];
}

/** Each node after the one above it. */
function layered(levels, width) {
  return Array.from({ length: levels * width }, (_, i) => (i < width ? [] : [i - width]));
}

function graphOf(dependencies, timeOf) {
  const used = new Set(dependencies.flat());
  return {
    dependencies,
    finals: dependencies.map((_, i) => i).filter((i) => !used.has(i)),
    isAsync: true,
    functions: dependencies.map((_, i) => () => sleep(timeOf(i))),
  };
}

async function inTurn(times) {
  for (const time of times) await sleep(time);
}
