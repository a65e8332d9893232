import type { Delta } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import { defineChangeRule } from '../change-rule.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { claimsPath } from '../judging/claims.ts';
import { KEY_COMPONENT_CLAIMS, keyComponentVerdict } from '../judging/key-components.ts';
import { named } from '../judging/wording.ts';

/** Reports a key that has one part more: of an object, of a message, of a link between records. */
export const keyComponentAdded = defineChangeRule({
  id: 'key-component-added',
  family: 'data',
  judges: 'comparison',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-KEY', 'MIG', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a key that has one part more: of an object, of a message, of a link between records.',
  why: 'References that exist carry too few parts: they find nothing, and duplicates are made.',
  fix: 'Say how every stored reference gets the new part, and let both keys work until all have it.',
  mirror: { rule: 'key-component-removed' },
  core: true,
  claims: KEY_COMPONENT_CLAIMS,
  check: (context) => context.diff.deltas.flatMap((delta) => gained(delta, context)),
  examples: [
    {
      name: 'the site becomes part of the key',
      before: `systems: {MES: {}}
objects: {lot: {keys: {MES: [nr]}}}`,
      after: `systems: {MES: {}}
objects: {lot: {keys: {MES: [nr, site]}}}`,
      expect: ['breaking H object:lot keys.MES.fields'],
    },
    {
      name: 'the revision becomes part of the identity',
      before: `objects: {part: {}}`,
      after: `objects: {part: {revisioned: true}}`,
      expect: ['breaking H object:part revisioned'],
    },
    {
      name: 'a key where a system that was there had none',
      before: `systems: {MES: {}}
objects: {lot: {}}`,
      after: `systems: {MES: {}}
objects: {lot: {keys: {MES: [nr]}}}`,
      expect: ['breaking H object:lot keys.MES'],
    },
    {
      name: 'a new mapped field that is part of the identity of what arrives',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {lot: {from: nr, key: true}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {lot: {from: nr, key: true}, site: {from: site, key: true}}}}`,
      expect: ['breaking H mapping:IF-1.site key'],
    },
    {
      name: 'a link between records needs one field more',
      before: `systems: {A: {}, B: {}}
objects: {lot: {}, ncr: {}}
interfaces: {IF-1: {from: A, to: B, fields: {lot: {from: nr}, site: {from: site}}}}
evidenceLinks: {EL: {from: ncr, to: lot, via: IF-1, key: [lot]}}`,
      after: `systems: {A: {}, B: {}}
objects: {lot: {}, ncr: {}}
interfaces: {IF-1: {from: A, to: B, fields: {lot: {from: nr}, site: {from: site}}}}
evidenceLinks: {EL: {from: ncr, to: lot, via: IF-1, key: [lot, site]}}`,
      expect: ['breaking H evidence-link:EL key'],
    },
    {
      name: 'the key of a new system, a part dropped, and a part renamed with its field',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {keys: {MES: [nr, site], ERP: [batch]}, fields: {batch: {}}}}`,
      after: `systems: {MES: {}, ERP: {}, LIMS: {}}
objects: {lot: {keys: {MES: [nr], ERP: [charge], LIMS: [sample]}, fields: {charge: {formerIds: [batch]}}}}`,
      expect: [],
    },
  ],
});

function gained(delta: Delta, context: ChangeContext): readonly Verdict[] {
  if (delta.action === 'added') return newPart(delta.after, context);
  if (delta.action === 'removed' || !claimsPath(KEY_COMPONENT_CLAIMS, delta.after.kind, delta.path)) return [];
  return keyComponentVerdict(delta, context, 'gained');
}

/** A new mapped field of a flow that was there already and that is part of the identity of what arrives. */
function newPart(after: Element, { head, inBase }: ChangeContext): readonly Verdict[] {
  if ((after.kind !== 'mapping' && after.kind !== 'reply') || after.parent === undefined) return [];
  const flow = head.elements.get(after.parent);
  const { key } = (after as Element<'mapping'>).attributes;
  if (key !== true || flow === undefined || inBase(flow) === undefined) return [];
  const what = `${named(after)} is new and part of the identity of what arrives.`;
  return [{ what, after, path: ['key'], values: { from: undefined, to: true } }];
}
