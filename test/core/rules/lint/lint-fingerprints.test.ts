import { describe, expect, it } from 'vitest';
import { lintProject } from './lint-project.ts';

/** The identity of what one lint finds in a project. */
function fingerprintsOf(rule: string, spec: string): readonly string[] {
  return lintProject(spec)
    .findings.filter(({ ruleId }) => ruleId === rule)
    .map(({ fingerprint }) => fingerprint);
}

const lifecycle = (states: string, transitions: string, more = ''): string =>
  `roles: {QA: {}, OP: {}}\nlifecycles: {L: {system: ERP, initial: A, states: {${states}}, transitions: {${transitions}}}}\nsystems: {ERP: {}, MES: {}}\n${more}`;

describe('the fingerprint of a lint finding', () => {
  it.each<readonly [string, string, string, string]>([
    [
      'state-set-not-total',
      'the class of the state that falls through',
      lifecycle('A: open, B: open, C: held', '', 'sets: {S: {of: L, effect: blocks, members: [A, C]}}\n'),
      lifecycle('A: open, B: held, C: held', '', 'sets: {S: {of: L, effect: blocks, members: [A, C]}}\n'),
    ],
    [
      'transition-without-actor',
      'where the step leads',
      lifecycle('A: open, B: closed, C: released', 'T1: {from: A, to: B}, T2: {from: A, to: C, by: QA}'),
      lifecycle('A: open, B: closed, C: released', 'T1: {from: A, to: C}, T2: {from: A, to: B, by: QA}'),
    ],
    [
      'transition-ambiguous',
      'where either step leads',
      lifecycle(
        'A: open, B: closed, C: closed, D: released',
        'T1: {from: A, to: B, by: QA, event: go}, T2: {from: A, to: C, by: QA, event: go}',
      ),
      lifecycle(
        'A: open, B: closed, C: closed, D: released',
        'T1: {from: A, to: B, by: QA, event: go}, T2: {from: A, to: D, by: QA, event: go}',
      ),
    ],
    [
      'state-unreachable',
      'the class of the state',
      lifecycle('A: open, B: closed, C: closed', 'T1: {from: A, to: B, by: QA}'),
      lifecycle('A: open, B: closed, C: released', 'T1: {from: A, to: B, by: QA}'),
    ],
    [
      'mapping-truncation',
      'what is cut',
      'systems: {ERP: {}, MES: {}}\ninterfaces: {I: {from: ERP, to: MES, fields: {f: {from: note, source: {length: 50}, type: string, length: 35}}}}\n',
      'systems: {ERP: {}, MES: {}}\ninterfaces: {I: {from: ERP, to: MES, fields: {f: {from: serial_no, source: {length: 50}, type: string, length: 35}}}}\n',
    ],
  ])('of %s holds %s', (rule, _, one, other) => {
    const [before, after] = [fingerprintsOf(rule, one), fingerprintsOf(rule, other)];
    expect([before.length, after.length]).toEqual([1, 1]);
    expect(before).not.toEqual(after);
    expect(fingerprintsOf(rule, `# moved\n\n${one}`)).toEqual(before);
  });
});
