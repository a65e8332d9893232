/** Style of the exploration page: stands in the page itself, so that nothing is fetched; readable on paper and without colour. */
export const EXPLORATION_STYLE = `
:root { color-scheme: light; --ink: #1c2430; --soft: #566273; --line: #d5dbe3; --tint: #f5f7fa; --accent: #1f4f7a; --loud: #9b2d0f; --loud-tint: #fdf1eb; --warn: #7a5200; --warn-tint: #fff8e6; --good: #1d5c3a; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--ink); font: 0.95rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
main { max-width: 78rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
header { border-bottom: 3px solid var(--accent); padding-bottom: 1rem; margin-bottom: 1.5rem; }
header p { margin: 0; color: var(--soft); }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0.25rem 0 0.5rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 0.75rem; color: var(--accent); }
h3 { font-size: 1rem; margin: 1.5rem 0 0.5rem; }
p { margin: 0 0 0.6rem; max-width: 60rem; }
a { color: var(--accent); }
code { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: 0.88em; overflow-wrap: anywhere; }
.loud { background: var(--loud-tint); border-left: 4px solid var(--loud); padding: 0.8rem 1.1rem; margin: 0 0 1.5rem; }
.warn { background: var(--warn-tint); border-left: 4px solid var(--warn); padding: 0.8rem 1.1rem; margin: 0 0 1.5rem; }
.loud p, .loud ul, .warn p, .warn ul { margin: 0; } .headline { font-size: 1.15rem; font-weight: 600; }
.bounds { color: var(--soft); font-size: 0.9rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.88rem; margin: 0 0 1rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.7rem 0.35rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { white-space: nowrap; color: var(--soft); font-weight: 600; font-size: 0.82rem; border-bottom: 2px solid var(--line); }
.overview td:first-child { white-space: nowrap; font-weight: 600; }
.overview td:nth-child(2) { white-space: nowrap; }
.word { font-weight: 600; } .critical { color: var(--loud); } .high, .warned { color: var(--warn); } .good { color: var(--good); } .muted { color: var(--soft); }
.story td:nth-child(2) { min-width: 7rem; } .story td:nth-child(3) { min-width: 15rem; } .story td:last-child { min-width: 11rem; font-size: 0.92em; }
.story th:first-child, .story td:first-child { width: 2rem; }
.story td.same, .story td.new { white-space: nowrap; overflow-wrap: normal; } .story td.same { color: #8792a2; } .story td.new { font-weight: 700; background: #eaf2f9; padding-left: 0.4rem; }
.story tr.fault td { background: var(--loud-tint); } .story tr.start td { color: var(--soft); font-style: italic; }
.story .note { display: block; color: var(--soft); font-size: 0.92em; } .story .signed { display: block; color: var(--accent); font-weight: 600; font-size: 0.92em; }
.story .alarm { display: block; color: var(--loud); font-weight: 600; }
section.invariant { border-top: 2px solid var(--line); margin-top: 2.5rem; padding-top: 0.5rem; }
.grade { font-size: 0.8rem; font-weight: 700; text-transform: uppercase; letter-spacing: 0.02em; margin-left: 0.6rem; }
figure { margin: 0 0 1.25rem; overflow-x: auto; } figcaption { color: var(--soft); font-size: 0.85rem; }
svg.figure + svg.figure { margin-top: 1rem; }
svg.figure { display: block; max-width: 100%; height: auto; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.88rem; }
@page { margin: 14mm; size: A4 landscape; }
@media print {
  :root { font-size: 9pt; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h2, h3 { break-after: avoid; }
  thead { display: table-header-group; }
  tr, li, .loud, .warn { break-inside: avoid; }
  figure { overflow: visible; } svg.figure { max-height: 180mm; width: auto; margin: 0 auto; break-inside: avoid; }
  section.invariant > h2, section.invariant > p { break-after: avoid; }
}
`;
