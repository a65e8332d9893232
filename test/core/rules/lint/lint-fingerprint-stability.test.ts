import { describe, expect, it } from 'vitest';
import { lintProject } from './lint-project.ts';

/** The identities of what one lint finds in a project, in no order. */
function fingerprintsOf(rule: string, spec: string): readonly string[] {
  return lintProject(spec)
    .findings.filter(({ ruleId }) => ruleId === rule)
    .map(({ fingerprint }) => fingerprint)
    .toSorted();
}

const copy = (fields: string): string => `systems: {ERP: {}, MES: {}}
objects: {lot: {systemOfRecord: ERP, fields: {nr: {type: string}, grade: {type: string}}}}
interfaces: {IF-1: {from: ERP, to: MES, fields: {${fields}}}}`;

const flow = (more: string): string => `systems: {QMS: {}, MES: {}}
interfaces: {IF-1: {from: QMS, to: MES, critical: true, ${more}}}`;

describe('who accepted a lint finding has accepted it still', () => {
  it('when one more field of the object travels', () => {
    const before = fingerprintsOf('write-without-ownership', copy('nr: {from: lot.nr}'));
    expect(before).toHaveLength(1);
    expect(fingerprintsOf('write-without-ownership', copy('nr: {from: lot.nr}, grade: {from: lot.grade}'))).toEqual(
      before,
    );
  });

  it('when the interface does something else during an outage, and the same is still missing', () => {
    const rule = 'interface-downtime-undefined';
    const before = fingerprintsOf(rule, flow('whenDown: {mode: queue}'));
    expect(before).toHaveLength(2);
    expect(fingerprintsOf(rule, flow('whenDown: {mode: refuse}'))).toEqual(before);
    const one = fingerprintsOf(rule, flow('whenDown: {mode: queue, catchUp: replayed in order}'));
    expect(one).toHaveLength(1);
    expect(before).toContain(one[0]);
  });

  it('when another exception of the interface is treated', () => {
    const rule = 'interface-exception-uncovered';
    const before = fingerprintsOf(rule, flow('delivery: {}'));
    const after = fingerprintsOf(rule, flow('delivery: {order: none}'));
    expect(after).toHaveLength(before.length - 1);
    expect(before).toEqual(expect.arrayContaining([...after]));
  });

  it('when one more element without tests realises the requirement', () => {
    const spec = (elements: string): string => `outputs: {RO-01: {}, RO-02: {}}
requirements: {URS-1: {text: It shall be readable., satisfiedBy: [${elements}]}}`;
    const before = fingerprintsOf('requirement-untested', spec('RO-01'));
    expect(before).toHaveLength(1);
    expect(fingerprintsOf('requirement-untested', spec('RO-01, RO-02'))).toEqual(before);
  });
});
