import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Doc } from '../../../src/io/pdf/pdfkit-document.ts';
import { openTypefaces } from '../../../src/io/pdf/typefaces.ts';
import { PLAIN_ADVANCES, STRONG_ADVANCES } from '../../../src/render/figures/glyph-advances.ts';
import { textWidth, wrapEvenly, wrapShort, wrapToWidth } from '../../../src/render/figures/text-width.ts';

describe('The width of letters', () => {
  const about = { title: '', author: '', subject: '', creator: '', producer: '', instant: new Date(0) };
  const faces = openTypefaces(new Doc(about));

  it.each([
    ['text', PLAIN_ADVANCES],
    ['strong', STRONG_ADVANCES],
  ] as const)('is that of the documents’ %s face, rounded up to ten thousandths', (role, advances) => {
    for (const [advance, characters] of advances)
      for (const character of characters) {
        const exact = faces.face(role).advance(character);
        expect([character, advance]).toEqual([character, Math.ceil(exact / 10) * 10]);
      }
  });

  it('is never underestimated for a character that is not in the tables', () => {
    expect(textWidth('漢', 10)).toBeGreaterThanOrEqual(10);
  });
});

describe('A text in a narrow place', () => {
  it('is wrapped without losing a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 20, max: 300 }), (text, width) => {
        for (const lines of [wrapToWidth(text, width, 12), wrapEvenly(text, width, 12)])
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it('is divided into lines of about one length', () => {
    expect(wrapToWidth('declare complete (NCR.T08) on ncr 1', 180, 12)).toEqual([
      'declare complete (NCR.T08) on',
      'ncr 1',
    ]);
    expect(wrapEvenly('declare complete (NCR.T08) on ncr 1', 180, 12)).toEqual([
      'declare complete',
      '(NCR.T08) on ncr 1',
    ]);
  });

  it('ends in an ellipsis where it has too few lines', () => {
    expect(wrapShort('NCR: PendingVerification', { width: 80, size: 12, most: 1 })).toEqual(['NCR: Pendi…']);
  });
});
