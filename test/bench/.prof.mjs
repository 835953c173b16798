import { graphOf } from "/work/main/test/bench/engine/graphs.mjs";
import { contender } from "/work/main/test/bench/engine/contenders/icosian.mjs";
const [shape,n,rounds,mode]=process.argv.slice(2);
const g=graphOf(shape,+n); const build=contender(g);
if(mode==='warm'){const run=build(); for(let i=0;i<+rounds;i++) await run(i);}
else if(mode==='build') for(let i=0;i<+rounds;i++) build();
else for(let i=0;i<+rounds;i++){ await build()(i);}
