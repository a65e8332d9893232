import { describe, expect, it } from 'vitest';

import { semanticHashes } from '../../../src/core/derive/semantic-hash.ts';
import { sha256 } from '../../../src/io/digest.ts';
import { plantOf } from './derive-texts.ts';

const PLANT = `
systems: {QMS: {}, MES: {}}
roles: {BOSS: {title: Boss}, WORKER: {inherits: HELPER}, HELPER: {}}
lifecycles:
  NCR:
    system: QMS
    initial: Open
    states: {Open: open, Closed: closed}
    transitions:
      T1: {title: Close it, from: Open, to: Closed, by: [BOSS, WORKER], emits: IF-1}
  LOT:
    system: MES
    initial: Held
    states: {Held: held, Free: active}
    transitions:
      T1: {from: Held, to: Free, receives: {message: IF-1, NCR: {in: DONE}}}
sets: {DONE: {of: NCR, members: Closed, unknown: out}}
valueMaps: {VM: {map: {A: P, B: Q}, unknown: reject}}
interfaces:
  IF-1: {from: QMS, to: MES, fields: {status: {from: NCR}, code: {from: kind, map: VM}}}
`;

function hashOf(spec: string, key: string): string {
  const { model, graph } = plantOf(spec);
  return semanticHashes(model, graph, sha256)(key);
}

/** Elements whose hash an edit changes, among those that matter here. */
function changedBy(from: string, to: string): readonly string[] {
  const edited = PLANT.replace(from, to);
  expect(edited).not.toBe(PLANT);
  const keys = [
    'role:WORKER',
    'role:HELPER',
    'transition:NCR.T1',
    'transition:LOT.T1',
    'set:DONE',
    'value-map:VM',
    'mapping:IF-1.code',
    'mapping:IF-1.status',
    'interface:IF-1',
  ];
  return keys.filter((key) => hashOf(edited, key) !== hashOf(PLANT, key));
}

describe('the semantic hash of an element', () => {
  it('names its scheme', () => {
    expect(hashOf(PLANT, 'transition:NCR.T1')).toMatch(/^h1:[0-9a-f]{64}$/);
  });

  it('does not know titles, descriptions, order, files or positions', () => {
    expect(changedBy('title: Close it', 'title: Close that, description: New words')).toEqual([]);
    expect(changedBy('roles: {BOSS: {title: Boss}', 'roles: {BOSS: {title: The boss}')).toEqual([]);
    expect(changedBy('by: [BOSS, WORKER]', 'by: [WORKER, BOSS]')).toEqual([]);
    expect(changedBy('map: {A: P, B: Q}', 'map: {B: Q, A: P}')).toEqual([]);
    expect(changedBy('\nsystems:', '\n# A comment\n\n\nsystems:')).toEqual([]);
  });

  it('changes with its own content', () => {
    expect(changedBy('by: [BOSS, WORKER]', 'by: BOSS')).toEqual(['transition:NCR.T1']);
  });

  it('takes in the maps, sets and roles that it names', () => {
    expect(changedBy('A: P, B: Q', 'A: P, B: R')).toEqual(['value-map:VM', 'mapping:IF-1.code']);
    expect(changedBy('unknown: out', 'unknown: in')).toEqual(['transition:LOT.T1', 'set:DONE']);
  });

  it('of a set changes when the lifecycle gets a state that the list does not know', () => {
    expect(changedBy('states: {Open: open,', 'states: {Open: open, Pending: open,')).toEqual([
      'transition:LOT.T1',
      'set:DONE',
    ]);
  });

  it('of a role takes in what it inherits, in a circle too', () => {
    expect(changedBy('HELPER: {}', 'HELPER: {kind: administrator}')).toEqual([
      'role:WORKER',
      'role:HELPER',
      'transition:NCR.T1',
    ]);
    const circle = PLANT.replace('HELPER: {}', 'HELPER: {inherits: WORKER}');
    expect(hashOf(circle, 'role:HELPER')).toMatch(/^h1:/);
  });

  it('changes when a role is renamed, formerIds or not: what names it names something else', () => {
    const renamed = PLANT.replaceAll('BOSS', 'CHIEF').replace(
      'CHIEF: {title: Boss}',
      'CHIEF: {title: Boss, formerIds: [BOSS]}',
    );
    expect(hashOf(renamed, 'transition:NCR.T1')).not.toBe(hashOf(PLANT, 'transition:NCR.T1'));
    const claimed = PLANT.replace('BOSS: {title: Boss}', 'BOSS: {title: Boss, formerIds: [CHIEF]}');
    expect(hashOf(claimed, 'transition:NCR.T1')).toBe(hashOf(PLANT, 'transition:NCR.T1'));
  });

  it('ends although lifecycles and interfaces name each other: what is named so counts by its id', () => {
    expect(changedBy('to: MES, fields', 'to: MES, latency: 60 s, fields')).toEqual(['interface:IF-1']);
  });
});
