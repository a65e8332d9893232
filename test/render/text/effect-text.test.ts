import { describe, expect, it } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { comparisonData } from '../../../src/render/json/comparison-json.ts';
import { COMPARISON_SCHEMA } from '../../../src/render/json/schemas/comparison-schema.ts';
import { comparisonMarkdown } from '../../../src/render/markdown/comparison-markdown.ts';
import { effectsFolded } from '../../../src/render/markdown/effect-markdown.ts';
import { PLAIN } from '../../../src/render/paint.ts';
import { effectLines } from '../../../src/render/text/effect-text.ts';
import { judged } from '../../core/rules/judged.ts';

const plant = (unit: string, factor: string): string => `
systems: {MES: {}, ERP: {}}
objects: {lot: {fields: {quantity: {type: decimal, unit: ${unit}}, weight: {type: decimal, unit: kg}}}}
conversions: {UC: {from: ${unit}, to: kg, factor: ${factor}}}
interfaces:
  IF-1:
    from: MES
    to: ERP
    fields:
      compensated: {from: lot.quantity, type: decimal, unit: kg, conversion: UC}
      twice: {from: lot.weight, type: decimal, unit: kg, conversion: UC}
      words: {from: lot.quantity, type: string, transform: [{custom: as ERP likes it}]}`;

const { findings, composedEffects, class: verdict } = judged(plant('kg', '1'), plant('g', '0.001'));

describe('what arrives, before and after', () => {
  it('is a statement for each field, and a table where something does not arrive as before', () => {
    expect(effectLines(composedEffects, PLAIN)).toMatchInlineSnapshot(`
      [
        "What arrives, before and after: 3 mapped fields",
        "  IF-1.compensated  Proof: every value arrives as before. Multiplied out exactly, both are × 1 of the amount sent, and what follows is the same.",
        "    changed on the way: UC (factor), UC (from), lot.quantity (unit)",
        "",
        "  IF-1.twice  Proof: 6 inputs of 8 do not arrive as before.",
        "    changed on the way: UC (factor), UC (from)",
        "    input      base       head",
        "    1 kg       1 kg       0.001 kg",
        "    -1 kg      -1 kg      -0.001 kg",
        "    7.25 kg    7.25 kg    0.00725 kg",
        "    100 kg     100 kg     0.1 kg",
        "    0.001 kg   0.001 kg   0.000001 kg",
        "    1.0001 kg  1.0001 kg  0.0010001 kg",
        "",
        "  IF-1.words  Not evaluable, so nothing is shown: a step is described in words: as ERP likes it.",
        "    changed on the way: lot.quantity (unit)",
        "",
      ]
    `);
  });

  it('is folded in a comment, worst first', () => {
    expect(effectsFolded(composedEffects).join('\n')).toMatchInlineSnapshot(`
      "<details><summary>What arrives, before and after: 3 mapped fields, 1 not as before</summary>

      **IF-1.twice**: Proof: 6 inputs of 8 do not arrive as before. Changed on the way: <code>UC</code> (<code>factor</code>), <code>UC</code> (<code>from</code>).

      | Input | Base | Head |
      |---|---|---|
      | 1 kg | 1 kg | 0\\.001 kg |
      | \\-1 kg | \\-1 kg | \\-0.001 kg |
      | 7\\.25 kg | 7\\.25 kg | 0\\.00725 kg |
      | 100 kg | 100 kg | 0\\.1 kg |
      | 0\\.001 kg | 0\\.001 kg | 0\\.000001 kg |
      | 1\\.0001 kg | 1\\.0001 kg | 0\\.0010001 kg |

      **IF-1.words**: Not evaluable, so nothing is shown: a step is described in words: as ERP likes it. Changed on the way: <code>lot.quantity</code> (<code>unit</code>).

      **IF-1.compensated**: Proof: every value arrives as before. Multiplied out exactly, both are × 1 of the amount sent, and what follows is the same. Changed on the way: <code>UC</code> (<code>factor</code>), <code>UC</code> (<code>from</code>), <code>lot.quantity</code> (<code>unit</code>).

      </details>
      "
    `);
  });

  it('is nothing where no way was touched', () => {
    expect(effectLines([], PLAIN)).toEqual([]);
    expect(effectsFolded([])).toEqual([]);
  });

  it('is in the data of a comparison, with the rows that tell something, as the schema says', () => {
    const base = { label: 'base', kind: 'folder', modified: false } as const;
    const report = {
      base,
      head: { ...base, label: 'head' } as const,
      class: verdict,
      findings,
      composedEffects,
      toolVersion: '0.0.0',
      notices: [],
    };
    const data = comparisonData(report);
    expect(data['composedEffects']).toMatchObject([
      { element: { id: 'IF-1.compensated' }, statement: { verdict: 'equal', by: 'algebra' }, rows: [] },
      { element: { id: 'IF-1.twice' }, statement: { verdict: 'different' } },
      { element: { id: 'IF-1.words' }, statement: { verdict: 'not-evaluable', by: null } },
    ]);
    const validate = new Ajv2020({
      allErrors: true,
      strict: true,
      allowUnionTypes: true,
      formats: { date: true },
    }).compile(COMPARISON_SCHEMA);
    expect(validate(JSON.parse(JSON.stringify(data))) ? [] : validate.errors).toEqual([]);
    expect(comparisonMarkdown(report)).toContain('What arrives, before and after: 3 mapped fields, 1 not as before');
  });
});
