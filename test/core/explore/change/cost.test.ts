import { describe, expect, it } from 'vitest';
import { essenceOf } from '../../../../src/core/explore/change/essence.ts';
import { exploreChange } from '../../../../src/core/explore/change/explore-change.ts';
import { boundsOf } from '../../../../src/core/explore/compose/bounds.ts';
import { composePlant } from '../../../../src/core/explore/compose/compose-plant.ts';
import { load, projectText, sourceFile } from '../../rules/small-project.ts';
import { northmoor } from './northmoor-models.ts';

describe('What the comparison of CR-2041 of Northmoor costs', () => {
  const ended: number[] = [];
  const { base, head, invariants } = exploreChange(
    northmoor('v1.0.0', 'base'),
    northmoor('cr-2041', 'head'),
    {},
    { ended: ({ states }) => void ended.push(states) },
  );

  it('is one search of each revision and two short ones for shorter stories; to blame edits needs none', () => {
    expect(ended).toEqual([24_355, 39_285, 1_538, 9_968]);
    expect(invariants.filter(({ blame }) => blame !== undefined).map(({ invariant }) => invariant)).toEqual([
      'INV-01a',
      'INV-01b',
      'INV-02',
      'INV-03',
      'INV-10',
    ]);
  });

  it('says of each message bound how its search ended: only the largest counts', () => {
    const ends = ({ runs }: typeof base): readonly string[] =>
      runs.map(({ messages, states, depth, ended: how }) => `${messages}: ${states} states, ${depth} deep, ${how}`);
    expect(ends(base)).toEqual([
      '1: 2479 states, 23 deep, widened',
      '2: 6216 states, 23 deep, widened',
      '3: 12714 states, 24 deep, widened',
      '4: 24355 states, 27 deep, settled',
    ]);
    expect(ends(head)).toEqual([
      '1: 3199 states, 25 deep, widened',
      '2: 8661 states, 25 deep, widened',
      '3: 19478 states, 26 deep, widened',
      '4: 39285 states, 29 deep, settled',
      '8: 1538 states, 8 deep, shorter',
      '7: 9968 states, 15 deep, shorter',
    ]);
  });
});

describe('The essence of a plant', () => {
  const SKETCH = `
roles: {OP: {}}
systems: {MES: {}}
objects: {lot: {}}
lifecycles:
  LOT:
    object: lot
    system: MES
    initial: Made
    states: {Made: active, Held: held, Sold: released}
    transitions:
      hold: {from: Made, to: Held, by: OP}
      sell: {from: Made, to: Sold, by: OP}
`;
  const essence = (text: string): string | undefined => {
    const model = load('head', [sourceFile('head', 'countersign.yaml', projectText(text))]);
    return essenceOf(composePlant(model, boundsOf(model)).plant)?.text;
  };
  const changed = (from: string, to: string): string => {
    if (!SKETCH.includes(from)) throw new Error(`no ${from}`);
    return SKETCH.replace(from, to);
  };

  it.each([
    ['a state to which nothing leads', changed('states: {', 'states: {Lost: held, ')],
    [
      'a step from a state to which nothing leads',
      changed('states: {', 'states: {Lost: held, ').replace(
        '      sell:',
        '      find: {from: Lost, to: Made, by: OP}\n      sell:',
      ),
    ],
    ['the name of a state', SKETCH.replaceAll('Held', 'Kept')],
  ])('does not hold %s', (_, text) => {
    expect(essence(text)).toBe(essence(SKETCH));
  });

  it.each([
    ['another step', changed('      sell:', '      free: {from: Held, to: Made, by: OP}\n      sell:')],
    ['another condition', changed('to: Sold, by: OP', 'to: Sold, by: OP, when: {LOT: Held}')],
    ['another target', changed('to: Held', 'to: Sold')],
    ['another kind of step', changed('to: Held, by: OP', 'to: Held, auto: true')],
    ['another beginning', changed('initial: Made', 'initial: Held')],
  ])('holds %s', (_, text) => {
    expect(essence(text)).not.toBe(essence(SKETCH));
  });
});
