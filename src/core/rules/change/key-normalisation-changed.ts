import { identical } from '../../diff/compare-attributes.ts';
import { isObject } from '../../diff/comparable.ts';
import type { Json } from '../../language/canonical.ts';
import { defineChangeRule } from '../change-rule.ts';
import { carriesKey } from '../judging/key-parts.ts';
import { named, shift } from '../judging/wording.ts';

/** Steps that decide how a key is written. */
const WRITING: ReadonlySet<string> = new Set([
  'trim',
  'case',
  'padLeft',
  'padRight',
  'part',
  'replace',
  'prefix',
  'suffix',
]);

/** Reports another way to write a key before it is stored, sent or compared: padding, case, blanks, prefixes. */
export const keyNormalisationChanged = defineChangeRule({
  id: 'key-normalisation-changed',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-KEY', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another way to write a key before it is stored, sent or compared: padding, case, blanks, prefixes.',
  why: 'The same physical lot stops matching itself across systems.',
  fix: 'Change every system that writes or compares the key at one time, and convert what is stored.',
  mirror: { self: true },
  core: true,
  claims: [
    { kinds: ['object'], paths: ['keys.*.normalise'] },
    { kinds: ['field'], paths: ['normalise'] },
    { kinds: ['mapping', 'reply'], paths: ['transform'] },
  ],
  check({ before, after, path, from, to }, { base, head }) {
    const what = shift(`${named(after)}, ${path.join('.')}`, from, to);
    if (after.kind === 'object') return [{ what }];
    if (!carriesKey(before, base) && !carriesKey(after, head)) return [];
    if (after.kind === 'field') return [{ what }];
    if (identical(writingSteps(from), writingSteps(to))) return [];
    // Other steps that differ too are for the rules about transforms.
    return [identical(otherSteps(from), otherSteps(to)) ? { what } : { what, partial: true }];
  },
  examples: [
    {
      name: 'leading zeros in the key of a system',
      before: `systems: {ERP: {}}
objects: {lot: {keys: {ERP: {fields: [batch], normalise: [{trim: both}]}}}}`,
      after: `systems: {ERP: {}}
objects: {lot: {keys: {ERP: {fields: [batch], normalise: [{trim: both}, {padLeft: {with: "0", to: 18}}]}}}}`,
      expect: ['breaking H object:lot keys.ERP.normalise'],
    },
    {
      name: 'case of a field that is part of a key',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: [nr]}, fields: {nr: {type: string, normalise: [{case: upper}]}}}}`,
      after: `systems: {MES: {}}
objects: {lot: {keys: {MES: [nr]}, fields: {nr: {type: string}}}}`,
      expect: ['breaking H field:lot.nr normalise'],
    },
    {
      name: 'padding on the way, of a mapped field that is part of the identity of what arrives',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {lot: {from: nr, key: true}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {lot: {from: nr, key: true, transform: [{padLeft: {with: "0", to: 18}}]}}}}`,
      expect: ['breaking H mapping:IF-1.lot transform'],
    },
    {
      name: 'a field that is no part of a key, and a step that does not write it otherwise',
      before: `systems: {A: {}, B: {}}
objects: {lot: {fields: {remark: {type: string}}}}
interfaces: {IF-1: {from: A, to: B, fields: {lot: {from: nr, key: true}, remark: {from: remark}}}}`,
      after: `systems: {A: {}, B: {}}
objects: {lot: {fields: {remark: {type: string, normalise: [{case: upper}]}}}}
interfaces: {IF-1: {from: A, to: B, fields: {lot: {from: nr, key: true, transform: [{toText: "0"}]}, remark: {from: remark, transform: [{trim: both}]}}}}`,
      expect: [],
    },
  ],
});

function writingSteps(transform: Json | undefined): Json {
  return stepsWith(transform, (name) => WRITING.has(name));
}

function otherSteps(transform: Json | undefined): Json {
  return stepsWith(transform, (name) => !WRITING.has(name));
}

/** The steps in their order, each with only these parts of it; steps of which nothing is left are dropped. */
function stepsWith(transform: Json | undefined, wanted: (name: string) => boolean): Json {
  if (!Array.isArray(transform)) return [];
  return transform
    .map((step: Json) =>
      isObject(step) ? Object.fromEntries(Object.entries(step).filter(([name]) => wanted(name))) : step,
    )
    .filter((step) => !isObject(step) || Object.keys(step).length > 0);
}
