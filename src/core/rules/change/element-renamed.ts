import type { ElementKind } from '../../language/collections.ts';
import { defineChangeRule } from '../change-rule.ts';
import { named } from '../judging/wording.ts';

/**
 * Their id is what a message or a store holds: a rename of one changes data. Fields and mapped fields may keep the physical
 * name; the rules about that name report them when they do not.
 */
const NAMES_THAT_TRAVEL: ReadonlySet<ElementKind> = new Set(['code', 'message']);

/** Reports a declared rename of which nothing else reads the name. */
export const elementRenamed = defineChangeRule({
  id: 'element-renamed',
  family: 'model',
  judges: 'identity',
  class: 'editorial',
  risk: undefined,
  evidence: ['TRC'],
  approvers: { approve: [], inform: ['IT'] },
  purpose: 'Reports a declared rename of which nothing else reads the name.',
  why: 'Identity is carried forward and references were rewritten; the meaning is the same.',
  fix: 'Nothing to do; keep `formerIds` for the comparisons to come.',
  mirror: { self: true },
  core: true,
  check({ before, after, renamed }) {
    if (!renamed || after.kind === 'role' || NAMES_THAT_TRAVEL.has(after.kind)) return [];
    return [{ what: `${named(before)} is now called ${after.id}.`, values: { from: before.id, to: after.id } }];
  },
  examples: [
    {
      name: 'renamed as declared',
      before: `systems: {MES: {}}`,
      after: `systems: {MES2: {formerIds: [MES]}}`,
      expect: ['editorial system:MES2'],
    },
    {
      name: 'the old id still exists',
      before: `systems: {MES: {}}`,
      after: `systems: {MES: {}, MES2: {}}`,
      expect: [],
    },
  ],
});
