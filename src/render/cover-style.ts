/** Style of the cover page: stands in the page itself, so that nothing is fetched; one column, readable on paper. */
export const COVER_STYLE = `
:root { color-scheme: light; --ink: #1c2430; --soft: #566273; --line: #d5dbe3; --tint: #f5f7fa; --accent: #1f4f7a; --loud: #8a2b0f; --loud-tint: #fdf3ee; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; }
header { border-bottom: 3px solid var(--accent); padding-bottom: 1.25rem; margin-bottom: 2rem; }
header p { margin: 0; color: var(--soft); }
h1 { font-size: 2rem; line-height: 1.2; margin: 0.25rem 0 0.5rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 0.75rem; color: var(--accent); }
p { margin: 0 0 0.75rem; }
a { color: var(--accent); }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: 0.86em; overflow-wrap: anywhere; }
pre { background: var(--tint); border: 1px solid var(--line); border-radius: 4px; padding: 0.6rem 0.9rem; margin: 0 0 0.75rem; white-space: pre-wrap; }
.loud { background: var(--loud-tint); border-left: 4px solid var(--loud); padding: 0.9rem 1.1rem; margin: 0 0 2rem; }
.loud h2 { color: var(--loud); margin: 0 0 0.4rem; font-size: 1rem; }
.loud ul { margin: 0; padding-left: 1.2rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.94rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.9rem 0.5rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { color: var(--soft); font-weight: 600; font-size: 0.84rem; border-bottom: 2px solid var(--line); }
tbody th { font-weight: 600; width: 11rem; }
ol.documents { list-style: none; counter-reset: order; margin: 0; padding: 0; }
ol.documents li { counter-increment: order; position: relative; border: 1px solid var(--line); border-radius: 6px; padding: 0.8rem 1rem 0.8rem 3.2rem; margin-bottom: 0.6rem; }
ol.documents li::before { content: counter(order); position: absolute; left: 1rem; top: 0.7rem; font-size: 1.4rem; font-weight: 600; color: var(--accent); }
ol.documents a.title { font-weight: 600; }
ol.documents p { margin: 0.15rem 0 0; }
.facts { color: var(--soft); font-size: 0.88rem; }
.status { float: right; margin-left: 1rem; padding: 0.05rem 0.6rem; border: 1px solid var(--soft); border-radius: 3px; font-size: 0.8rem; font-weight: 600; }
.gap { color: var(--loud); }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.88rem; }
@page { margin: 18mm 16mm; }
@media print {
  :root { font-size: 9.5pt; }
  main { max-width: none; padding: 0; }
  a { color: inherit; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
  tr, li, .loud, pre { break-inside: avoid; }
}
`;
