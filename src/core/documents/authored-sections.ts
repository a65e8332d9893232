import { nearestWord } from '../diagnostics/nearest-word.ts';
import { compareText } from '../diagnostics/order.ts';
import type { Element } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { DocumentCode } from './document-type.ts';

/** A section of a document that people write: in the `texts` of the specification, by document and section. */
export interface AuthoredSection {
  readonly document: DocumentCode;
  /** What `section` of a text names. */
  readonly section: string;
  /** What belongs there. */
  readonly meaning: string;
  /** Without it the document stays a draft. */
  readonly required: boolean;
  /** Attributes of the change record that are read there as well, and that will do. */
  readonly fromChange?: string;
}

/** Every section that a text may name. */
export const AUTHORED_SECTIONS: readonly AuthoredSection[] = [
  ia('recommendation', 'What the author of the assessment recommends to the board, in one sentence.', true),
  ia('reason', 'Reason and intended benefit, where more is to be said than the change record says.', true, 'reason'),
  ia(
    'regulatory',
    'Regulatory and customer impact: notification or filing, first article inspection, device identification, labelling.',
    true,
  ),
  ia(
    'operations',
    'Operations and IT: downtime, performance, machine interfaces, security, infrastructure, licences.',
    true,
  ),
  ia('data', 'Records in flight, migration and how data are brought back.', true, 'inFlight'),
  ia(
    'documents',
    'Procedures, forms, training, periodic review and business continuity plan that the change affects.',
    true,
  ),
  ia('implementation', 'Implementation and roll-back plan with the point of no return.', true, 'rollback'),
  ia('questions', 'Open questions to the board.', false),
  {
    document: 'RTM',
    section: 'remarks',
    meaning: 'Remarks on the trace, such as why a gap is accepted.',
    required: false,
  },
  {
    document: 'RSP',
    section: 'scoping',
    meaning: 'Who leads and why, where more is to be said than the scoping answers say.',
    required: false,
  },
  {
    document: 'RSP',
    section: 'overlaps',
    meaning: 'What was decided about functions that several systems have: keep, move or retire, each with the reason.',
    required: false,
  },
  {
    document: 'RSP',
    section: 'remarks',
    meaning: 'Remarks on the matrix, such as why a gap is accepted.',
    required: false,
  },
  {
    document: 'IFS',
    section: 'context',
    meaning: 'The systems and why they exchange data, in the words of people who know the plant.',
    required: false,
  },
  {
    document: 'IFS',
    section: 'issues',
    meaning: 'Open issues of the interfaces, each with its owner and date.',
    required: false,
  },
  { document: 'IFS', section: 'remarks', meaning: 'Remarks on the specification of the interfaces.', required: false },
  era('records', 'Why these records are in scope, which parts of hybrid records are on paper.'),
  era('systems', 'Why a system is closed or open, and what protects the open ones.'),
  era('signatures', 'How signatures are used, and where the certification letter (11.100(c)) is kept.'),
  era('compensating', 'Compensating controls, each with its owner and how long it stands.'),
  era('conclusion', 'What the people who assess conclude; the tool concludes nothing.'),
  ...(['IQ', 'OQ'] as const).flatMap((document): AuthoredSection[] => [
    {
      document,
      section: 'objective',
      meaning: 'Objective, where more is to be said than the protocol says.',
      required: false,
    },
    {
      document,
      section: 'scope',
      meaning: 'Scope of this execution: lines, sites, what is left out and why.',
      required: false,
    },
    {
      document,
      section: 'prerequisites',
      meaning: 'Prerequisites beside those that every protocol has.',
      required: false,
    },
    {
      document,
      section: 'acceptance',
      meaning: 'Acceptance criteria beside those that every protocol has.',
      required: false,
    },
  ]),
  {
    document: 'OQ',
    section: 'test-data',
    meaning: 'The test data set with its id, and how it is reset.',
    required: false,
  },
  {
    document: 'IQ',
    section: 'equipment',
    meaning: 'Tools and instruments, each with its own assurance.',
    required: false,
  },
];

function ia(section: string, meaning: string, required: boolean, fromChange?: string): AuthoredSection {
  return { document: 'IA', section, meaning, required, ...(fromChange === undefined ? {} : { fromChange }) };
}

function era(section: string, meaning: string): AuthoredSection {
  return { document: 'ERA', section, meaning, required: false };
}

/** What people wrote for a section, and where. */
export interface AuthoredText {
  /** Ids of the texts, in their order. */
  readonly ids: readonly string[];
  /** Markdown. */
  readonly markdown: string;
}

/** The authored text of a section; undefined when nobody wrote one. */
export function authoredText(model: SpecModel, document: DocumentCode, section: string): AuthoredText | undefined {
  const found = model
    .ofKind('text')
    .filter(({ attributes }) => attributes.document === document && attributes.section === section);
  const written = found.filter(({ attributes }) => attributes.text.trim() !== '' && attributes.status !== 'retired');
  if (written.length === 0) return undefined;
  return {
    ids: written.map(({ id }) => id),
    markdown: written.map(({ attributes }) => attributes.text.trim()).join('\n\n'),
  };
}

/**
 * What was written for this change: an assessment speaks of one change, so a passage that already stood in base says nothing
 * about it and is not printed.
 */
export function textOfChange(
  base: SpecModel,
  head: SpecModel,
  section: string,
): AuthoredText | 'unchanged' | undefined {
  const now = authoredText(head, 'IA', section);
  if (now === undefined) return undefined;
  return authoredText(base, 'IA', section)?.markdown === now.markdown ? 'unchanged' : now;
}

/** A text that no document prints. */
export interface MisplacedText {
  readonly text: Element<'text'>;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** Where it could belong. */
  readonly hint: string;
}

/** Texts that name a document or a section that there is not: what somebody wrote must not vanish silently. */
export function misplacedTexts(model: SpecModel): readonly MisplacedText[] {
  const codes = [...new Set(AUTHORED_SECTIONS.map(({ document }) => document))];
  return model.ofKind('text').flatMap((text): MisplacedText[] => {
    const { document, section } = text.attributes;
    const known = AUTHORED_SECTIONS.filter((each) => each.document === document).map((each) => each.section);
    if (known.includes(section)) return [];
    if (known.length === 0) {
      return [
        {
          text,
          message: `Text ${text.id} is for document ${document}, which this version does not write.`,
          hint: meant(document, codes),
        },
      ];
    }
    return [
      {
        text,
        message: `Text ${text.id} is for section ${section}, which ${document} does not have.`,
        hint: meant(section, known),
      },
    ];
  });
}

function meant(word: string, known: readonly string[]): string {
  const nearest = nearestWord(word, [...known]);
  const all = `It may be: ${known.toSorted(compareText).join(', ')}.`;
  return nearest === undefined ? all : `Did you mean ${nearest}? ${all}`;
}
