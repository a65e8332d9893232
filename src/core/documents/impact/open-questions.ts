import type { Element } from '../../model/element.ts';
import type { DocumentContext } from '../document-context.ts';
import { type FactsOf, facts, list, nullable, text } from '../fact-shape.ts';
import type { ChangeRecordFacts } from './change-record-facts.ts';
import type { InventoryRow } from './finding-facts.ts';

export const QUESTION_ROW = facts({
  id: text,
  question: text,
  answer: nullable(text),
  why: nullable(text),
  by: nullable(text),
  function: nullable(text),
  date: nullable(text),
});
export const OPEN_QUESTION = facts({ ref: text, question: text });
export const OPEN_QUESTIONS = list(OPEN_QUESTION);

/** A question of the assessment, with its answer from the change record; `function` is who is best placed to answer. */
export type QuestionRow = FactsOf<typeof QUESTION_ROW>;
export type OpenQuestion = FactsOf<typeof OPEN_QUESTION>;

/** The questions of the catalogue and those that only a change record knows, with the answers of the records. */
export function questionRows(
  { questions }: DocumentContext,
  changes: readonly Element<'change'>[],
): readonly QuestionRow[] {
  const answers = new Map(changes.flatMap(({ attributes }) => Object.entries(attributes.answers ?? {})));
  const own = [...answers.keys()].filter((id) => questions.every((question) => question.id !== id));
  return [...questions, ...own.map((id) => ({ id, text: id, function: null }))].map(
    ({ id, text: question, function: asked }) => {
      const answer = answers.get(id);
      return {
        id,
        question,
        answer: answer?.answer ?? null,
        why: answer?.why ?? null,
        by: answer?.by ?? null,
        function: asked,
        date: answer?.date ?? null,
      };
    },
  );
}

/**
 * What a board must still ask: grave changes without disposition, emergency changes without approval, unsigned new steps,
 * records under way, strangers.
 */
export function openQuestions(
  context: DocumentContext,
  inventory: readonly InventoryRow[],
  questions: readonly QuestionRow[],
  changes: readonly Element<'change'>[],
  records: readonly ChangeRecordFacts[],
): readonly OpenQuestion[] {
  const leads = inventory.filter(({ explainedBy }) => explainedBy === null);
  const unanswered = questions.filter(({ answer }) => answer === null).length;
  const found = [
    ...(changes.length === 0
      ? ['Which change record asks for this, and why? Head holds none that is new or changed.']
      : []),
    ...records.flatMap(afterTheFact),
    ...unsignedSteps(context, inventory),
    ...undisposed(leads),
    ...inFlight(inventory, changes),
    ...strangers(leads, changes),
    ...(unanswered === 0
      ? []
      : [`${unanswered} of ${questions.length} assessment questions have no answer: who answers them?`]),
  ];
  return found.map((question, index) => ({ ref: `Q-${`${index + 1}`.padStart(2, '0')}`, question }));
}

/** Each critical change is asked for by itself, those of high risk together. */
function undisposed(leads: readonly InventoryRow[]): readonly string[] {
  const open = leads.filter(
    ({ waiver, waiverRequest, disposition }) =>
      waiver === null && waiverRequest?.accepted !== true && disposition === null,
  );
  const critical = open.filter(({ risk }) => risk === 'C');
  const high = open.filter(({ risk }) => risk === 'H').map(({ ref }) => ref);
  return [
    ...critical.map(
      ({ ref, element, ruleId }) =>
        `How is ${ref} disposed of (${ruleId} on ${element.kind.replaceAll('-', ' ')} ${element.id})?`,
    ),
    ...(high.length === 0 ? [] : [`How are the changes of high risk disposed of (${high.join(', ')})?`]),
  ];
}

/** An emergency change was made before it was approved: the day until when, and by whom, is asked until both are known. */
function afterTheFact({ id, emergency, approveBy, approval }: ChangeRecordFacts): readonly string[] {
  if (!emergency || approval.whole) return [];
  const who = approval.missing.length === 0 ? '' : ` for ${approval.missing.join(', ')}`;
  const day = approveBy === null ? 'declares no day for it (approveBy)' : `says: by ${approveBy}`;
  return [`Who approves the emergency change ${id} after the fact${who}, and when? The record ${day}.`];
}

/** New steps that people start without a signature, in lifecycles where other steps are signed. */
function unsignedSteps({ head }: DocumentContext, inventory: readonly InventoryRow[]): readonly string[] {
  return inventory
    .filter(({ ruleId }) => ruleId === 'transition-added')
    .flatMap(({ element }) => {
      const step = head.model.get('transition', element.id);
      if (step === undefined || step.attributes.by === undefined || step.attributes.sign !== undefined) return [];
      const lifecycle = head.model.elements.get(step.parent ?? '');
      const signed =
        lifecycle !== undefined &&
        head.model.partsOf(lifecycle, 'transition').some(({ attributes }) => attributes.sign !== undefined);
      if (!signed) return [];
      const event = step.attributes.event === undefined ? '' : ` (${step.attributes.event})`;
      return [`Why is ${step.id}${event} not signed, and may ${step.attributes.by.join(' or ')} start it?`];
    });
}

function inFlight(inventory: readonly InventoryRow[], changes: readonly Element<'change'>[]): readonly string[] {
  const answered = changes.some(
    ({ attributes }) => attributes.inFlight !== undefined || attributes.notApplicable?.['inFlight'] !== undefined,
  );
  const asking = inventory.filter(({ evidence }) => evidence.includes('MIG')).map(({ ref }) => ref);
  return answered || asking.length === 0
    ? []
    : [`What happens to records under way that ${asking.join(', ')} concern (inFlight of the change record)?`];
}

function strangers(leads: readonly InventoryRow[], changes: readonly Element<'change'>[]): readonly string[] {
  const refs = leads.filter(({ stranger }) => stranger).map(({ ref }) => ref);
  if (refs.length === 0) return [];
  return [
    `Do ${refs.join(', ')} belong to ${changes.map(({ id }) => id).join(', ')}? The record does not name what they change (touches).`,
  ];
}
