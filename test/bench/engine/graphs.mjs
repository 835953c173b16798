import { randomNumbers } from "../random.mjs";

/**
 * A graph: node `i` takes the values of `dependencies[i]`, or the input `x` where it has none, and gives
 * their sum plus `i`, as a 32-bit integer. `finals` are the nodes whose values are asked for.
 */
const shapes = {
  /** Three dependencies each, anywhere above, moved so that all but some last nodes are used. */
  random(count) {
    const random = randomNumbers(count);
    const dependencies = Array.from({ length: count }, (_, i) => (i < 3 ? [] : threeBelow(i, random)));
    const uses = new Int32Array(count);
    for (const from of dependencies.flat()) uses[from]++;
    for (let i = 0; i < count - 100; i++) {
      for (let tries = 0; uses[i] === 0 && tries < 100; tries++) {
        const consumer = dependencies[Math.max(3, i + 1 + Math.floor(random() * (count - i - 1)))];
        const spare = consumer.findIndex((from) => uses[from] > 1);
        if (spare === -1) continue;
        uses[consumer[spare]]--;
        consumer[spare] = i;
        uses[i]++;
      }
    }
    return { dependencies, finals: [...uses.keys()].filter((i) => uses[i] === 0) };
  },
  chain(count) {
    return { dependencies: Array.from({ length: count }, (_, i) => (i === 0 ? [] : [i - 1])), finals: [count - 1] };
  },
  /** Side by side, joined by some, which one joins: that is asked for. */
  wide(count) {
    const joined = Math.round(Math.sqrt(count));
    const joins = Array.from({ length: count / joined }, (_, k) => Array.from({ length: joined }, (_, i) => k * joined + i));
    const dependencies = [...Array.from({ length: count }, () => []), ...joins, joins.map((_, k) => count + k)];
    return { dependencies, finals: [dependencies.length - 1] };
  },
  /** Side by side, and all of them asked for: an object of so many names. */
  "all-requested"(count) {
    return { dependencies: Array.from({ length: count }, () => []), finals: Array.from({ length: count }, (_, i) => i) };
  },
  /** A square of async nodes, each with the one above it and the one to its left. */
  lattice(count) {
    const side = Math.round(Math.sqrt(count));
    const dependencies = Array.from({ length: count }, (_, i) => [...(i >= side ? [i - side] : []), ...(i % side > 0 ? [i - 1] : [])]);
    return { dependencies, finals: [count - 1], isAsync: true };
  },
};

export function graphOf(shape, count) {
  const { dependencies, finals, isAsync = false } = shapes[shape](count);
  const functions = dependencies.map(({ length }, i) => makers(isAsync, Math.max(1, length))[i % 8](i));
  return { dependencies, finals, isAsync, functions };
}

/** What every contender must find. */
export function expectedOf({ dependencies, finals }, x) {
  const values = new Int32Array(dependencies.length);
  dependencies.forEach((from, i) => {
    values[i] = (from.length === 0 ? x : from.reduce((sum, each) => sum + values[each], 0)) + i;
  });
  return finals.map((i) => values[i]);
}

function threeBelow(limit, random) {
  const chosen = new Set();
  while (chosen.size < 3) chosen.add(Math.floor(random() * limit));
  return [...chosen];
}

const known = new Map();

/** Eight functions of distinct code with so many parameters: in a real dataflow, too, no two nodes share theirs. */
function makers(isAsync, parameters) {
  const key = `${isAsync} ${parameters}`;
  if (!known.has(key)) {
    const names = Array.from({ length: parameters }, (_, k) => `a${k}`);
    const code = `return ${isAsync ? "async " : ""}(${names.join(", ")}) => (${names.join(" + ")} + i) | 0`;
    known.set(key, Array.from({ length: 8 }, () => new Function("i", code)));
  }
  return known.get(key);
}
