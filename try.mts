process.env.NODE_ENV="production";
const t=performance.now();
const { printArticles } = await import("./lib/print/print-articles");
const r = await printArticles({project: process.cwd(), content: process.argv[2]!, precompress:false, onRead(){}, onPrint(){} });
if(!r.ok) console.log(r.problems.slice(0,5)); else console.log(r.value.records.length, r.value.printed, r.value.records[0]!.files.length);
console.log("cpu", process.cpuUsage().user/1e6, process.cpuUsage().system/1e6); console.log((performance.now()-t).toFixed(0),"ms", process.memoryUsage().rss/1e6|0,"MB");
process.exit(0)
