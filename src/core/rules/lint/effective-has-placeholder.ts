import type { Element } from '../../model/element.ts';
import { defineLint } from '../lint-rule.ts';
import { statusOf } from '../linting/declared.ts';
import { textsWhere } from '../linting/written-texts.ts';

/** Places that were to be filled in later. */
export const effectiveHasPlaceholder = defineLint({
  id: 'effective-has-placeholder',
  source: 'lint',
  judges: 'model',
  looksAt: 'neighbours',
  severity: 'warning',
  stance: 'expectation',
  stanceReason: 'A sketch is made of what is still to be filled in.',
  purpose: 'Reports an element in force in which something is still to be defined: TBD, TODO, ???.',
  why: 'An unfinished specification is in force, and what was left open is decided by whoever builds it.',
  fix: 'Fill it in, or let the element be a draft.',
  reads: ['status'],
  examples: [
    {
      name: 'placeholders in a text, in a list, and in what does not apply',
      spec: `
        requirements: {URS-1: {text: Stock is blocked within TBD minutes.}}
        documents: {SOP-1: {kind: procedure, title: "???", refs: {notApplicable: to be clarified}}}
        tests: {TC-1: {level: OQ, steps: [{do: TODO enter the value, expect: It is shown.}]}}`,
      expect: [
        '1:30 warning URS-1: URS-1 is in force, but says “TBD”.',
        '2:45 warning SOP-1: SOP-1 is in force, but says “???”.',
        '2:58 warning SOP-1: SOP-1 is in force, but says “to be clarified”.',
        '3:40 warning TC-1: TC-1 is in force, but says “TODO”.',
      ],
    },
    {
      name: 'drafts, words that only contain such letters, and questions',
      spec: `
        requirements:
          URS-1: {text: Stock is blocked within TBD minutes., status: draft}
          URS-2: {text: "Is the lot blocked? The answer of the TODOS table is shown in TBDX."}
          URS-3: {text: The value to be defined by the master is used.}`,
      expect: [],
    },
  ],
  *check({ model, subjects }) {
    for (const element of subjects.all()) {
      if (HISTORY.has(element.kind) || statusOf(model, element) !== 'effective') continue;
      for (const { text, path } of textsWhere(element, holdsPlaceholder)) {
        const found = PLACEHOLDER.exec(text)?.[0] ?? '';
        yield {
          element,
          path,
          message: `${element.id} is in force, but says “${found.trim()}”.`,
          hint: 'Write what holds, or let the element be a draft (`status: draft`).',
          subject: [path.join('.'), found],
        };
      }
    }
  },
});

/** Requests and decisions quote what they found. */
const HISTORY: ReadonlySet<Element['kind']> = new Set(['change', 'waiver']);

/** Nearly every text has none of these signs, and is passed over by one look. */
const ANY_SIGN = /TB[ACD]|TODO|FIXME|\?\?\?|to be |lorem/i;

const PLACEHOLDER =
  /(?<![\p{L}\p{N}])(?:TBD|TBC|TBA|TODO|FIXME)(?![\p{L}\p{N}])|\?{3,}|^to be (?:defined|determined|clarified|confirmed|decided)\b|lorem ipsum/iu;

function holdsPlaceholder(text: string, _name: string, part: 'key' | 'value'): boolean {
  return part === 'value' && ANY_SIGN.test(text) && PLACEHOLDER.test(text);
}
