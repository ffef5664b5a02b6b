/** Colours by the reader's choice, as in the application. */
const COLOURS = `:root{color-scheme:light dark;--paper:#fff;--panel:#f5f7fa;--text:#17202b;--muted:#556273;--line:#c9d1da;--accent:#0b63ce;--focus:#0b63ce;
--error:#c4232b;--warning:#8a5a00;--info:#0b63ce;--clean:#1a7f4b;--halo:#fff;
--copper:#c98a53;--context:#ddd3c8;--soldermask:#8e24aa;--legend:#3d4a59;--paste:#7b8794;--other:#78899b;--edge:#17202b;--rim:#39424d;--measure:#b3001f;--target:#fff3cd}
@media (prefers-color-scheme:dark){:root{--paper:#0e1319;--panel:#161c25;--text:#e6ebf2;--muted:#a3afbf;--line:#36424f;--accent:#5aa9ff;--focus:#ffd166;
--error:#ff6b6b;--warning:#f5b83d;--info:#6cb6ff;--clean:#4cc38a;--halo:#0b0f14;
--copper:#a8703f;--context:#34302c;--soldermask:#c77be0;--legend:#e6e2b8;--paste:#9aa7b8;--other:#73849a;--edge:#d0d2cd;--rim:#c8d0da;--measure:#ff5d78;--target:#2a2613}}
`

/** How artwork, holes, edges and measured lines are painted. */
const ART_STYLE = `.p-laminate{fill:#8a7e56}.p-finish{fill:#d6b25e}.p-mask-on-copper{fill:#166e3e}.p-mask-on-laminate{fill:#0a4a2b}.p-legend-print{fill:#f0f0eb}
.p-copper{fill:var(--copper)}.p-context{fill:var(--context)}.p-soldermask{fill:var(--soldermask);fill-opacity:.45;stroke:var(--soldermask);stroke-width:1.5}
.p-legend{fill:var(--legend)}.p-paste{fill:var(--paste);fill-opacity:.75}.p-other{fill:var(--other)}.p-void{fill:var(--paper)}
.edge,.rims{fill:none;stroke:var(--edge);stroke-width:1.2;vector-effect:non-scaling-stroke}
.rims{stroke:var(--rim);stroke-width:.8;fill:var(--paper);fill-opacity:.7}
.board .p-soldermask{stroke-width:0}
.near path{vector-effect:non-scaling-stroke}
.line{stroke:var(--measure);stroke-width:2.5;fill:none}
.halo{stroke:var(--halo);stroke-width:5;fill:none}
.near text{font-family:system-ui,'Liberation Sans',sans-serif;font-weight:600;fill:var(--text);paint-order:stroke;stroke:var(--halo);stroke-linejoin:round}
.mark{fill-opacity:.92;stroke:var(--halo);stroke-width:1.5;vector-effect:non-scaling-stroke}
.mark.error{fill:var(--error)}.mark.warning{fill:var(--warning)}.mark.info{fill:var(--info)}
`

/** What a picture by itself needs. */
export const PICTURE_STYLE = `${COLOURS}${ART_STYLE}.paper{fill:var(--paper)}`

/** The report's look: light and dark by the reader's choice, black on white on paper. Colours as in the application. */
export const REPORT_STYLE = `
${COLOURS}*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--text);font:15px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans','DejaVu Sans',sans-serif}
main,header,footer{max-width:1120px;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.5rem}
h1{font-size:1.7rem;line-height:1.25;margin:0 0 .5rem;overflow-wrap:anywhere}
h2{font-size:1.3rem;margin:2.5rem 0 .75rem;padding-bottom:.25rem;border-bottom:2px solid var(--line)}
h3{font-size:1.1rem;margin:2rem 0 .4rem}
h4{font-size:1rem;margin:0 0 .25rem}
p,ul,dl{margin:.4rem 0}
a{color:var(--accent);text-underline-offset:2px}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-999rem;background:var(--paper);padding:.5rem 1rem;border:2px solid var(--focus);z-index:1}
.skip:focus{left:1rem;top:1rem}
.muted{color:var(--muted)}
.verdict{display:inline-flex;align-items:center;gap:.5rem;font-size:1.15rem;font-weight:700;padding:.35rem .9rem;border:2px solid currentColor;border-radius:6px}
.verdict[data-verdict=blocked],.error{color:var(--error)}
.verdict[data-verdict=review],.warning{color:var(--warning)}
.verdict[data-verdict=clear]{color:var(--clean)}
.info{color:var(--info)}
.sign{width:1em;height:1em;flex:none;fill:currentColor;vertical-align:-.12em}
nav ul{columns:3 16rem;list-style:none;padding:0}
nav li{break-inside:avoid;padding:.1rem 0}
.figures{display:flex;flex-wrap:wrap;gap:.3rem 1.5rem}
figure{margin:1rem 0}
figcaption{color:var(--muted);font-size:.9rem}
.board svg{display:block;width:100%;max-height:85vh;background:var(--paper);border:1px solid var(--line);border-radius:6px}
.finding{display:grid;grid-template-columns:minmax(0,1fr) 17rem;gap:.5rem 1.25rem;padding:.9rem .75rem;border-top:1px solid var(--line)}
.finding:target{background:var(--target);outline:3px solid var(--focus)}
.finding.plain{grid-template-columns:minmax(0,1fr)}
.finding figure{margin:0}
.finding svg.near{display:block;width:100%;aspect-ratio:1;background:var(--paper);border:1px solid var(--line);border-radius:4px}
.finding dl{display:grid;grid-template-columns:7rem minmax(0,1fr);gap:.1rem .75rem;font-size:.93rem}
dl.facts{display:grid;grid-template-columns:14rem minmax(0,1fr);gap:.15rem 1rem}
dt{color:var(--muted)}
dd{margin:0;overflow-wrap:anywhere}
.about{background:var(--panel);border-left:4px solid var(--line);padding:.5rem .9rem;margin:.5rem 0 .75rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.88rem}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere;min-width:4rem}
th{color:var(--muted);font-weight:600}
code{font-family:ui-monospace,'Liberation Mono','DejaVu Sans Mono',monospace;font-size:.88em;overflow-wrap:anywhere}
summary{cursor:pointer;padding:.3rem 0}
${ART_STYLE}a:hover .mark,a:focus .mark,a:target .mark{stroke:var(--focus);stroke-width:5}
a .number{font-weight:700;fill:var(--text);paint-order:stroke;stroke:var(--halo);stroke-linejoin:round}
@page{margin:14mm}
@media (max-width:46rem){.finding{grid-template-columns:minmax(0,1fr)}}
@media print{
:root{color-scheme:light;--paper:#fff;--panel:#fff;--text:#000;--muted:#333;--line:#999;--accent:#000;--error:#a3121a;--warning:#6b4500;--info:#003f8f;--clean:#00522c;--halo:#fff;
--copper:#c98a53;--context:#e4dcd3;--soldermask:#8e24aa;--legend:#3d4a59;--paste:#7b8794;--other:#78899b;--edge:#000;--rim:#333;--measure:#b3001f;--target:#fff}
body{font-size:9pt}
.finding dl{grid-template-columns:2.4cm minmax(0,1fr)}
main,header,footer{max-width:none;padding:0}
nav,.skip{display:none}
a{text-decoration:none}
h2,h3,h4{break-after:avoid}
.finding,figure,tr{break-inside:avoid}
.finding{grid-template-columns:minmax(0,1fr) 4.4cm}
.board svg{max-height:21cm}
thead{display:table-header-group}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`
