import type { Element } from '../../model/element.ts';
import { defineChangeRule } from '../change-rule.ts';
import { listed, named } from '../judging/wording.ts';

/** Reports source codes that newly become one target code. */
export const valueMapBecameLossy = defineChangeRule({
  id: 'value-map-became-lossy',
  family: 'codes',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-COD', 'RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports source codes that newly become one target code.',
  why: 'The receiver cannot tell them apart any more, and nothing can be read backwards.',
  fix: 'Give each its own target code, or say in `lossy` why the difference does not matter there.',
  mirror: {
    elsewhere: 'Codes that are told apart again show as value-map-entry-retargeted, or as value-map-entry-removed.',
  },
  core: false,
  claims: [{ kinds: ['value-map'], paths: ['map.*'] }],
  check({ before, after, path, to }) {
    const code = path[1];
    if (code === undefined || typeof to !== 'string') return [];
    const [was, is] = [before, after].map((element) => (element as Element<'value-map'>).attributes.map);
    const others = Object.keys(is ?? {}).filter((other) => other !== code && is?.[other] === to);
    const newly = others.filter((other) => was?.[code] === undefined || was[other] !== was[code]);
    if (newly.length === 0) return [];
    const what = `${named(after)}: ${code} becomes ${to} now, as ${listed(newly)} ${newly.length === 1 ? 'does' : 'do'}.`;
    // What the entry itself did is another finding: this one is about what can no longer be told apart.
    return [{ what, partial: true }];
  },
  examples: [
    {
      name: 'a new entry shares its target',
      before: `valueMaps: {VM: {map: {A: X}}}`,
      after: `valueMaps: {VM: {map: {A: X, B: X}}}`,
      expect: ['risky H value-map:VM map.B'],
    },
    {
      name: 'an entry moves to the target of another one',
      before: `valueMaps: {VM: {map: {A: X, B: Z}}}`,
      after: `valueMaps: {VM: {map: {A: X, B: X}}}`,
      expect: ['risky H value-map:VM map.B'],
    },
    {
      name: 'two that were one move together',
      before: `valueMaps: {VM: {map: {A: X, B: X}}}`,
      after: `valueMaps: {VM: {map: {A: Z, B: Z}}}`,
      expect: [],
    },
    {
      name: 'a new entry with a target of its own',
      before: `valueMaps: {VM: {map: {A: X}}}`,
      after: `valueMaps: {VM: {map: {A: X, B: Z}}}`,
      expect: [],
    },
  ],
});
