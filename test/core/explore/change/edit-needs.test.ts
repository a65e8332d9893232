import { describe, expect, it } from 'vitest';
import { editsBetween } from '../../../../src/core/explore/change/edit.ts';
import { editNeeds, withNeeds, withoutEdit } from '../../../../src/core/explore/change/edit-needs.ts';
import { canMatter, isExplored } from '../../../../src/core/explore/change/explored-content.ts';
import { compare } from '../../rules/small-project.ts';
import { northmoor } from './northmoor-models.ts';

const BASE = `
systems: {QMS: {}}
objects: {ncr: {record: {retention: {period: 15 y, from: NCR.close}}}}
sets: {BLOCKING: {of: NCR, members: [Open]}}
lifecycles:
  NCR:
    object: ncr
    system: QMS
    initial: Open
    states: {Open: open, Closed: closed}
    transitions: {close: {from: Open, to: Closed}}
segregation: {SOD-1: {acts: [NCR.close, NCR.close]}}
invariants: {I: {before: NCR.close, must: {NCR: Open}}}
`;

const HEAD = `
systems: {QMS: {}}
objects: {ncr: {record: {retention: {period: 15 y, from: NCR.verify}}}}
sets: {BLOCKING: {of: NCR, members: [Open, Checking]}}
lifecycles:
  NCR:
    object: ncr
    system: QMS
    initial: Open
    states: {Open: open, Checking: open, Closed: closed}
    transitions: {declare: {from: Open, to: Checking}, verify: {from: Checking, to: Closed}}
segregation: {SOD-1: {acts: [NCR.verify, NCR.verify]}}
invariants: {I: {before: NCR.verify, must: {NCR: Open}}}
`;

const { base, head } = compare(BASE, HEAD);
const edits = editsBetween(base, head);
const edit = (id: string) => edits.filter((one) => one.id === id);
const needs = editNeeds(base, head, edits, (element, path) => element === 'invariant:I' || isExplored(element, path));
const closed = (id: string): readonly string[] => withNeeds(edit(id), needs, edits).map((one) => one.id);

describe('what an edit needs', () => {
  it('is the state to which a new transition leads', () => {
    expect(closed('added transition:NCR.declare')).toEqual([
      'added state:NCR.Checking',
      'added transition:NCR.declare',
    ]);
  });

  it('is the new member of a set', () => {
    expect(closed('changed set:BLOCKING members')).toEqual([
      'added state:NCR.Checking',
      'changed set:BLOCKING members',
    ]);
  });

  it('is, for what goes, that nothing explored names it any more, and what is named instead', () => {
    expect(closed('removed transition:NCR.close')).toEqual([
      'added state:NCR.Checking',
      'added transition:NCR.verify',
      'changed invariant:I before',
      'removed transition:NCR.close',
    ]);
  });

  it('is nothing for an edit that stands alone', () => {
    expect(closed('added state:NCR.Checking')).toEqual(['added state:NCR.Checking']);
  });

  it('goes together with what cannot be without it', () => {
    const some = [...edit('added state:NCR.Checking'), ...edit('added transition:NCR.declare')];
    const [state, declare] = some;
    expect(withoutEdit(some, state!, needs)).toEqual([]);
    expect(withoutEdit(some, declare!, needs)).toEqual([state]);
  });
});

describe('an edit that can matter', () => {
  it('touches what a plant is made of, or the invariant itself', () => {
    expect(edits.filter((one) => canMatter(one, 'invariant:I')).map(({ id }) => id)).toEqual([
      'added state:NCR.Checking',
      'added transition:NCR.declare',
      'added transition:NCR.verify',
      'changed invariant:I before',
      'changed set:BLOCKING members',
      'removed transition:NCR.close',
    ]);
  });

  it('is one of few in CR-2041, and none of its roles, lengths, titles and retries is', () => {
    const change = editsBetween(northmoor('v1.0.0', 'base'), northmoor('cr-2041', 'head'));
    expect(change.filter((one) => canMatter(one, 'invariant:INV-03')).map(({ id }) => id)).toEqual([
      'added state:NCR.PendingVerification',
      'added transition:NCR.T08',
      'added transition:NCR.T09',
      'added transition:NCR.T10',
      'removed transition:NCR.T04',
    ]);
    expect(change).toHaveLength(29);
  });
});
