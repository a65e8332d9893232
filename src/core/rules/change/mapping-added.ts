import type { Element } from '../../model/element.ts';
import { defineChangeRule } from '../change-rule.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';
import { listed } from '../judging/wording.ts';
import { criticalPlace } from '../linting/critical-value.ts';
import type { MappedField } from '../linting/mapped-value.ts';
import { maybeTogether, targetWriters } from '../linting/target-writers.ts';

/** Reports a mapped field that is new: its target is now fed. */
export const mappingAdded = defineChangeRule({
  id: 'mapping-added',
  family: 'mappings',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-MAP', 'OQ-BND'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a mapped field that is new: its target is now fed.',
  why: 'It may displace a person or another feed that filled the target so far.',
  fix: 'Check that nobody else writes the target, and say what the target holds so far.',
  mirror: { rule: 'mapping-removed' },
  core: true,
  claims: [{ kinds: ['mapping', 'reply'], action: 'added' }],
  check(element, context) {
    const verdict = addedElement(element);
    const raise = rivalry(element, context);
    return [raise === undefined ? verdict : { ...verdict, raise }];
  },
  examples: [
    {
      name: 'new mapped field',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no}, qty: {from: quantity}}}}`,
      expect: ['compatible M mapping:IF-1.qty'],
    },
    {
      name: 'a row that wins over the one that fed the target, of a quantity on which nothing depends, and of a critical one',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {qty: {from: quantity, to: LQ, precedence: 1}, net: {from: mass, to: LN, precedence: 1, critical: true}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {qty: {from: quantity, to: LQ, precedence: 1}, q2: {constant: "500", to: LQ, precedence: 0}, net: {from: mass, to: LN, precedence: 1, critical: true}, n2: {constant: "7", to: LN, precedence: 0}}}}`,
      expect: ['breaking C mapping:IF-1.n2', 'breaking H mapping:IF-1.q2'],
    },
    {
      name: 'a row that steps in where the one that feeds a critical target has no value, and one for another case',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, messages: [NEW, OLD], fields: {net: {from: mass, to: LN, precedence: 1, critical: true}, qty: {from: quantity, to: LQ, when: {message: NEW}}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, messages: [NEW, OLD], fields: {net: {from: mass, to: LN, precedence: 1, critical: true}, n2: {from: nominal, to: LN, precedence: 2}, qty: {from: quantity, to: LQ, when: {message: NEW}}, q2: {from: pieces, to: LQ, when: {message: OLD}}}}}`,
      expect: ['risky H mapping:IF-1.n2', 'compatible M mapping:IF-1.q2'],
    },
    {
      name: 'another interface that fills a critical field of the object',
      before: `systems: {A: {}, B: {}, C: {}}
objects: {lot: {fields: {grade: {type: code, critical: true}}}}
interfaces: {IF-1: {from: A, to: B, fields: {g: {from: grade, to: lot.grade}}}, IF-2: {from: C, to: B, fields: {nr: {from: nr}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
objects: {lot: {fields: {grade: {type: code, critical: true}}}}
interfaces: {IF-1: {from: A, to: B, fields: {g: {from: grade, to: lot.grade}}}, IF-2: {from: C, to: B, fields: {nr: {from: nr}, g: {from: mark, to: lot.grade}}}}`,
      expect: ['breaking C mapping:IF-2.g'],
    },
    {
      name: 'another title',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no, title: Lot}}}}`,
      expect: [],
    },
  ],
});

/** What it means for rows that fed the same target before: the new one wins, may win, or steps in where they have no value. */
function rivalry(element: Element, { base, head, inBase }: ChangeContext): Verdict['raise'] {
  const writers = targetWriters(head);
  const own = writers.filter(({ row }) => row.key === element.key);
  const rivals = own.flatMap((writer) =>
    writers.filter(
      (other) => other.target === writer.target && fedBefore(other.row) && maybeTogether(head, other, writer),
    ),
  );
  if (rivals.length === 0) return undefined;
  const rows = new Map(rivals.map(({ row }) => [row.key, row]));
  const names = listed([...rows.values()].map(({ id }) => id));
  const critical = [...rows.values(), element as MappedField].some((row) => criticalPlace(head, row) !== undefined);
  const mine = (element as MappedField).attributes.precedence;
  const stepsIn = [...rows.values()].every(
    ({ attributes: { precedence } }) => mine !== undefined && precedence !== undefined && precedence < mine,
  );
  if (stepsIn) return { class: 'risky', risk: critical ? 'H' : 'M', reason: `it steps in where ${names} has no value` };
  return {
    class: 'breaking',
    risk: critical ? 'C' : 'H',
    reason: `it fills what ${names} filled${critical ? ', which is critical' : ''}, and may win`,
  };

  function fedBefore(row: MappedField): boolean {
    const before = inBase(row);
    return before !== undefined && targetWriters(base).some((writer) => writer.row.key === before.key);
  }
}
