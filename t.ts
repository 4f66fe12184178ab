import { convertBody } from "./lib/import/conversion/convert";
import { readFileSync } from "node:fs";
const h=`<p>Hello <b>bold</b> <a href="https://x.org/a_b">x_y*z</a> &nbsp;non x<sup>2</sup> H<sub>2</sub>O 1<sup>er</sup><br>line @bob a@b.org 1. no</p><pre><code class="lang-ruby">puts 1
</code></pre><ul><li>a<ul><li>b</li></ul></li></ul><table><tr><th>a</th></tr><tr><td>1<br>2</td></tr></table>
<aside class="quote" data-username="bob" data-post="3" data-topic="57"><div class="title"><div class="quote-controls"></div><img class="avatar" src="/a.png"> bob:</div><blockquote><p>quoted</p></blockquote></aside><p><a class="mention" href="/u/bob">@bob</a> <img class="emoji" alt=":smile:" src="x"> <span class="spoiler">secret</span> <b>a<br><br>b</b></p>
<div class="lightbox-wrapper"><a class="lightbox" href="//f.org/up/1.png" title="shot"><img src="//f.org/s.png" alt="shot"><div class="meta"><span class="filename">shot.png</span><span class="informations">1920×1127 178 KB</span></div></a></div>
<details><summary>More</summary><p>inside</p></details><iframe src="https://yt.be/x"></iframe>
<aside class="onebox allowlistedgeneric"><header class="source"><img class="site-icon" src="https://g.com/f.ico"><a href="https://g.com/x">g.com</a></header><article class="onebox-body"><h3><a href="https://g.com/x">Title</a></h3><p>desc</p></article></aside>
<pre class="onebox"><code class="lang-py"><ol start=3 class="start lines"><li>a = 1</li>
<li>b = 2</li></ol></code></pre><p># not heading</p><p>1986. year</p><p>- dash</p><p>&lt;b&gt; :smile: www.example.com</p>`;
console.log(convertBody({format:"html",text:h,baseUrl:"https://f.org/t/slug/57"},"comment"));
const t=performance.now(); const n=300; for(let i=0;i<n;i++) convertBody({format:"html",text:h,baseUrl:"https://f.org/t/slug/57"},"comment"); console.log((performance.now()-t)/n,"ms", h.length);
const s=`<p>Hello <b>bold</b> <a href="https://x.org/a_b">x_y*z</a>, je pense que cela n'est pas vrai du tout, parce que ceci et cela.</p><p>Et voilà.</p>`;
{const t=performance.now(); const n=1000; for(let i=0;i<n;i++) convertBody({format:"html",text:s,baseUrl:"https://f.org/t/slug/57"},"comment"); console.log((performance.now()-t)/n,"ms");}
for (const b of ["<b>".repeat(90)+"x", "<div>".repeat(5000)+"x"+"</div>".repeat(5000), "<a href=https://x.org>".repeat(500)+"y", "*".repeat(10000)+"a"+"*".repeat(10000), "<p>"+"> ".repeat(4000)+"</p>", "x<table>"+"<tr><td>a</td></tr>".repeat(3000)+"</table>"]) { const t=performance.now(); const c=convertBody({format:"html",text:b},"comment"); console.log(b.slice(0,20), c?.format, c?.fallback, c?.text.length, performance.now()-t);}
