import type { Element } from '../../model/element.ts';
import { defineLint } from '../lint-rule.ts';
import { mixedLetter, skeletonOf } from '../linting/confusable-id.ts';

/** Ids that look like others. */
export const idConfusable = defineLint({
  id: 'id-confusable',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'contradiction',
  stanceReason: 'The ids are there; nothing is missing.',
  purpose: 'Reports an id that looks like another one beside it, or that mixes letters of scripts that look alike.',
  why: 'A reviewer reads one element where the program sees two.',
  fix: 'Give one of them another id; `formerIds` keeps the history.',
  reads: ['element.id'],
  examples: [
    {
      name: 'a Cyrillic С, a fullwidth digit, a Greek ο among Latin letters',
      spec: `
        systems: {C1: {}, С1: {}, MES: {}}
        roles: {QA-1: {title: QA}, QA-１: {title: QA}, Pοst: {title: Post}}
        lifecycles: {L: {initial: A, states: {A: open, А: closed}, transitions: {T: {from: A, to: А}}}}`,
      expect: [
        '1:19 warning С1: The ids C1 and С1 look alike: С is U+0421.',
        '2:28 warning QA-１: The ids QA-1 and QA-１ look alike: １ is U+FF11.',
        '2:47 warning Pοst: The id Pοst mixes scripts: ο (U+03BF) is Greek and looks like o.',
        '3:48 warning L.А: The ids A and А look alike: А is U+0410.',
      ],
    },
    {
      name: 'ids of one script each, and letters of another script that look like no Latin one',
      spec: `
        systems: {Δp-1: {}, ПРОБА: {}, 検査-1: {}, ERP: {}}
        objects: {ERP: {title: Record}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const seen = new Map<string, Map<string, Element>>();
    for (const element of model.elements.values()) {
      const { localId, collection, parent } = element;
      if (collection === 'project') continue;
      const beside = seen.get(parent ?? collection) ?? new Map<string, Element>();
      if (beside.size === 0) seen.set(parent ?? collection, beside);
      const skeleton = skeletonOf(localId);
      const first = beside.get(skeleton);
      if (first === undefined) beside.set(skeleton, element);
      const mixed = mixedLetter(localId);
      if (first !== undefined) {
        yield {
          element,
          path: [],
          part: 'key',
          message: `The ids ${first.localId} and ${localId} look alike${difference(first.localId, localId)}.`,
          hint: 'Give one of them another id; `formerIds` keeps the history.',
          subject: [first.localId, localId],
          related: [{ message: `${first.localId} stands here.`, element: first, path: [], part: 'key' }],
        };
      } else if (mixed !== undefined) {
        yield {
          element,
          path: [],
          part: 'key',
          message: `The id ${localId} mixes scripts: ${mixed.letter} (${codePoint(mixed.letter)}) is ${mixed.script} and looks like ${mixed.latin}.`,
          hint: `If ${mixed.latin} is meant, type the letter again.`,
          subject: localId,
        };
      }
    }
  },
});

/** The first character of the second id that the first one does not have there. */
function difference(first: string, second: string): string {
  const [before, after] = [[...first], [...second]];
  const at = after.findIndex((character, index) => character !== before[index]);
  const other = after[at];
  return other === undefined ? '' : `: ${other} is ${codePoint(other)}`;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
