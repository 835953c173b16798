import { graphOf } from "./engine/graphs.mjs";
const [name,shape,n,rounds]=process.argv.slice(2);
const { contender } = await import(`./engine/contenders/${name}.mjs`);
const g=graphOf(shape,+n); const build=await contender(g);
const acc={build:[0,0],first:[0,0],warm:[0,0]};
async function m(k,f){const c=process.cpuUsage(),t=performance.now();let r=f();if(r instanceof Promise)r=await r;acc[k][1]+=performance.now()-t;const d=process.cpuUsage(c);acc[k][0]+=(d.user+d.system)/1000;return r}
for(let i=0;i<rounds;i++){if(i===(rounds>>2)){for(const k in acc)acc[k]=[0,0]} const run=await m('build',build);await m('first',()=>run(i));for(let j=0;j<3;j++)await m('warm',()=>run(j))}
const R=rounds-(rounds>>2);
for(const k in acc){const d=(k==='warm'?3:1)*R*n/1e6;console.log(name,shape,n,k,'cpu ns/node',(acc[k][0]/d).toFixed(0),'wall',(acc[k][1]/d).toFixed(0))}
