/** Style of the report: one column on a phone, light or dark as the reader's system, nothing from anywhere else. */
export const STYLE = `
:root{color-scheme:light dark;--text:light-dark(#1b1f24,#e8eaed);--dim:light-dark(#59636e,#a3adb8);--line:light-dark(#d5dae0,#3a4149);
--ground:light-dark(#fff,#15181c);--panel:light-dark(#f5f7f9,#1e2329);--link:light-dark(#0550ae,#79b8ff);
--pass:light-dark(#116329,#63d18a);--fail:light-dark(#b3261e,#ff8f87);--open:light-dark(#7a4d00,#e8b959)}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:60rem;margin:0 auto;padding:0 1rem}
a{color:var(--link)}
h1{font-size:1.15rem;margin:1.2rem 0 0;font-weight:600}
h2{font-size:1.15rem;margin:2rem 0 .5rem}
.grade{font-size:1.7rem;font-weight:700;margin:.1rem 0}
.reached,.PASS{color:var(--pass)}.failed,.FAIL,.HARNESS_ERROR{color:var(--fail)}
.incomplete,.NOT_VERIFIED,.INCOMPLETE,.NOT_APPLICABLE,.WARN{color:var(--open)}
.dim,dt{color:var(--dim)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.6rem 0;font-size:.9rem}
dd{margin:0;min-width:0}
.first{border:2px solid var(--fail);border-radius:.5rem;padding:.6rem 1rem;background:var(--panel);margin:1rem 0}
.first h2{margin:0}.first p{margin:.3rem 0}
.first.hint{border-color:var(--open)}
.bars{display:flex;flex-wrap:wrap;gap:.4rem;padding:0;list-style:none;font-size:.85rem;margin:.4rem 0}
.bars li{border:1px solid var(--line);border-radius:1rem;padding:.05rem .7rem}
.tools{position:sticky;top:0;background:var(--ground);padding:.6rem 0;border-bottom:1px solid var(--line);z-index:1}
.tools input[type=search]{width:100%;font:inherit;padding:.5rem .7rem;border:1px solid var(--dim);border-radius:.4rem;background:var(--panel);color:inherit}
.filters{display:flex;align-items:center;flex-wrap:wrap;gap:.3rem .9rem;margin:.5rem 0 0;padding:0;border:0;font-size:.9rem}
.filters label{display:flex;align-items:center;gap:.3rem;min-height:1.8rem}
article{border-bottom:1px solid var(--line)}
article[hidden]{display:none}
summary{cursor:pointer;padding:.5rem 0}
article>details>summary{display:flex;flex-wrap:wrap;gap:.1rem .6rem;align-items:baseline}
article>details>summary::before{content:"▸";color:var(--dim)}
article>details[open]>summary::before{content:"▾"}
.id{font:600 .95rem ui-monospace,monospace}
.verdict{font-weight:700;font-size:.85rem}
.title{flex-basis:100%;padding-left:1.2rem}
.body{padding:0 0 1rem 1.2rem}
.check{border-left:3px solid var(--line);padding:.1rem 0 .1rem .8rem;margin:.6rem 0}
.check.FAIL{border-color:var(--fail);color:inherit}.check.PASS{border-color:var(--pass);color:inherit}
.check.NOT_VERIFIED,.check.INCOMPLETE,.check.NOT_APPLICABLE{color:inherit;border-color:var(--open)}
.check p{margin:.2rem 0}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.4rem 0;table-layout:fixed}
th,td{text-align:left;vertical-align:top;border:1px solid var(--line);padding:.25rem .5rem}
th{width:6.5rem;font-weight:600;color:var(--dim)}
pre{background:var(--panel);border:1px solid var(--line);border-radius:.4rem;padding:.6rem;margin:.4rem 0;font:.8rem/1.45 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere;max-height:28rem;overflow:auto}
.exchange>summary{font:.85rem ui-monospace,monospace;padding:.2rem 0}
button{font:inherit;font-size:.85rem;padding:.25rem .8rem;border:1px solid var(--dim);border-radius:.4rem;background:var(--panel);color:inherit;cursor:pointer;min-height:1.8rem}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
footer{padding:2rem 1rem;font-size:.85rem;color:var(--dim)}
@media (max-width:34rem){dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}.title,.body{padding-left:0}th{width:5rem}}
@media print{.tools,button{display:none}}
`;

/** Search, filter and copy; without scripts everything is there, only unfiltered. */
export const SCRIPT = `
const articles=[...document.querySelectorAll("article")];
const search=document.getElementById("search"),status=document.getElementById("status");
const boxes=[...document.querySelectorAll(".filters input")];
document.querySelector(".tools").hidden=false;
function apply(){
  const words=search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const shown=new Set(boxes.filter(b=>b.checked).map(b=>b.value));
  let count=0;
  for(const one of articles){
    const fits=shown.has(one.dataset.verdict)&&words.every(w=>one.dataset.text.includes(w));
    one.hidden=!fits; if(fits)count+=1;
  }
  for(const section of document.querySelectorAll("section.area"))section.hidden=!section.querySelector("article:not([hidden])");
  status.textContent=count+" of "+articles.length+" requirements";
}
search.addEventListener("input",apply);
for(const box of boxes)box.addEventListener("change",apply);
document.addEventListener("keydown",event=>{if(event.key==="/"&&document.activeElement!==search){event.preventDefault();search.focus()}});
document.addEventListener("click",async event=>{
  const button=event.target.closest("button[data-copy]"); if(!button)return;
  const text=button.nextElementSibling.textContent;
  try{await navigator.clipboard.writeText(text);button.textContent="Copied"}
  catch{const range=document.createRange();range.selectNodeContents(button.nextElementSibling);getSelection().removeAllRanges();getSelection().addRange(range);button.textContent="Selected"}
});
function reveal(){
  const one=location.hash.length>1&&document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details=one&&one.querySelector("details"); if(details){one.hidden=false;details.open=true;one.scrollIntoView()}
}
addEventListener("hashchange",reveal); apply(); reveal();
`;
