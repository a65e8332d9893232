import type { Change } from '../../diff/delta.ts';
import { defineChangeRule } from '../change-rule.ts';
import type { Verdict } from '../change-rule.ts';
import { keyParts } from '../judging/key-parts.ts';
import { transformVerdict } from '../judging/transform-steps.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a step that loses information and was not there, a loss that is newly accepted, or a value that is now cut. */
export const transformBecameLossy = defineChangeRule({
  id: 'transform-became-lossy',
  family: 'mappings',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-MAP', 'OQ-BND', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports a step that loses information and was not there, a loss that is newly accepted, or a value that is now cut.',
  why: 'What is lost on the way cannot be recovered at the receiver.',
  fix: 'Keep the value whole, or say why the loss does no harm (`lossy`).',
  mirror: {
    elsewhere:
      'A step that goes is reported as transform-changed; a value that is no longer cut, as assurance-strengthened.',
  },
  core: true,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['transform', 'tooLong', 'lossy.reason'] }],
  check(change, { base, head }) {
    const key = keyParts(head).get(change.after.key) ?? keyParts(base).get(change.before.key);
    const raise = key === undefined ? {} : { raise: { risk: 'C', reason: key } as const };
    return lossOf(change).map((verdict) => ({ ...verdict, ...raise }));
  },
  examples: [
    {
      name: 'only a part of the text',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [case: upper]}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [{case: upper}, {part: {from: 1, length: 4}}]}}}}`,
      expect: ['risky H mapping:IF-1.nr transform'],
    },
    {
      name: 'a shorter part of a key',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [part: {from: 1, length: 10}], key: true}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [part: {from: 1, length: 4}], key: true}}}}`,
      expect: ['risky C mapping:IF-1.nr transform'],
    },
    {
      name: 'cut instead of rejected',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, length: 10, tooLong: reject}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, length: 10, tooLong: truncate}}}}`,
      expect: ['risky H mapping:IF-1.nr tooLong'],
    },
    {
      name: 'a loss is accepted',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, lossy: {reason: Nobody reads the rest.}}}}}`,
      expect: ['risky H mapping:IF-1.nr lossy.reason'],
    },
    {
      name: 'a longer part',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [part: {from: 1, length: 4}]}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [part: {from: 1, length: 10}]}}}}`,
      expect: [],
    },
    {
      name: 'a step that loses nothing',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [case: upper]}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [{case: upper}, {prefix: "A"}]}}}}`,
      expect: [],
    },
  ],
});

function lossOf(change: Change): readonly Verdict[] {
  const { after, path, from, to } = change;
  if (path[0] === 'transform') return transformVerdict(change, 'lossy');
  const loses = path[0] === 'tooLong' ? to === 'truncate' : to !== undefined;
  return loses ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }] : [];
}
