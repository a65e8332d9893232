import { describe, expect, it } from 'vitest';

import type { Figure } from '../../../src/render/blocks.ts';
import { figureSvg } from '../../../src/render/figures/figure-svg.ts';

const hostile = '</svg><script>"&\'\u202e';
const figure: Figure = {
  kind: 'figure',
  alt: `A box: ${hostile}`,
  width: 100,
  height: 40.04,
  shapes: [
    {
      kind: 'rectangle',
      x: 1,
      y: 2,
      width: 30,
      height: 20,
      radius: 3,
      fill: '#ffffff',
      stroke: { colour: '#1c2430', width: 1.25, dash: [3, 2] },
    },
    {
      kind: 'path',
      moves: [['M', 0, 0], ['L', 10, -0.01], ['C', 1, 2, 3, 4, 5, 6.55], ['Z']],
      stroke: { colour: '#9b2d0f', width: 1 },
    },
    { kind: 'text', x: 5, y: 10, text: hostile, size: 9, anchor: 'middle', face: 'strong', colour: '#1c2430' },
    { kind: 'text', x: 5, y: 20, text: 'plain', size: 9, anchor: 'start', face: 'plain', colour: '#1c2430' },
  ],
};

describe('A figure in a page', () => {
  it('needs nothing else, has its words with it, and nothing of the data is markup', () => {
    expect(figureSvg(figure, `Figure ${hostile}`).markup).toBe(
      `<svg class="figure" role="img" aria-label="Figure &lt;/svg&gt;&lt;script&gt;&quot;&amp;&#39;\\u202e" viewBox="0 0 100 40" width="100" height="40" font-family="&#39;DejaVu Sans Condensed&#39;, Arial, Helvetica, &#39;Liberation Sans&#39;, sans-serif" xmlns="http://www.w3.org/2000/svg">
<title>Figure &lt;/svg&gt;&lt;script&gt;&quot;&amp;&#39;\\u202e</title><desc>A box: &lt;/svg&gt;&lt;script&gt;&quot;&amp;&#39;\\u202e</desc>
<rect x="1" y="2" width="30" height="20" rx="3" fill="#ffffff" stroke="#1c2430" stroke-width="1.3" stroke-dasharray="3 2"/>
<path d="M0 0L10 0C1 2 3 4 5 6.6Z" fill="none" stroke="#9b2d0f" stroke-width="1"/>
<text x="5" y="10" font-size="9" font-weight="700" text-anchor="middle" fill="#1c2430">&lt;/svg&gt;&lt;script&gt;&quot;&amp;&#39;\\u202e</text>
<text x="5" y="20" font-size="9" fill="#1c2430">plain</text>
</svg>
`,
    );
  });
});
