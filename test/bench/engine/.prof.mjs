import { graphOf } from "./graphs.mjs";
const [name, shape, count, ms=3000] = process.argv.slice(2);
const { contender } = await import(`./contenders/${name}.mjs`);
const graph = graphOf(shape, Number(count));
const run = (await contender(graph))();
const cpu=()=>{const u=process.cpuUsage();return (u.user+u.system)/1000};
let x = 0; const rounds=[]; const R=Math.max(1,Math.round(100000/Number(count)));
const end=Date.now()+Number(ms);
while (Date.now() < end || rounds.length<3) { const t=cpu(); for (let i=0;i<R;i++) { await run(x++); } rounds.push((cpu()-t)*1e6/R/count); }
rounds.sort((a,b)=>a-b);
console.log(name, shape, count, rounds[rounds.length>>2].toFixed(1), "ns/node");
process.exit();
