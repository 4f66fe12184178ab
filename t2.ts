import { parseHtml } from "./lib/import/conversion/parse-html";
import { contentOf } from "./lib/import/conversion/hast";
import { prepare } from "./lib/import/conversion/prepare";
import { writeMarkdown } from "./lib/import/conversion/to-markdown";
import { findLoss } from "./lib/import/conversion/verify";
import { readVisible } from "./lib/import/conversion/visible";
const s=`<p>Hello <b>bold</b> <a href="https://x.org/a_b">x_y*z</a>, je pense que cela n'est pas vrai du tout, parce que ceci et cela.</p><p>Et voilà. Encore un peu de texte pour faire bonne mesure, comme dans une vraie discussion, avec des virgules et tout.</p><blockquote><p>quoted text</p></blockquote><p>last words</p>`;
function time(name:string,f:()=>unknown){for(let i=0;i<500;i++)f();const a=process.cpuUsage();const n=1500;for(let i=0;i<n;i++)f();const u=process.cpuUsage(a);console.log(name,((u.user+u.system)/1000/n).toFixed(3),"ms cpu")}
const nodes=contentOf(parseHtml(s)!.children);
time("parse",()=>parseHtml(s));
time("visible",()=>readVisible(nodes,undefined));
time("prepare",()=>prepare(nodes,{}));
const p=prepare(nodes,{});
time("write",()=>writeMarkdown(prepare(nodes,{}),"comment"));
const md=writeMarkdown(p,"comment"); const v=readVisible(nodes,undefined);
time("verify",()=>findLoss(v,md,"comment"));
