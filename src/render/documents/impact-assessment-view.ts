import type { DocumentFront } from '../../core/documents/document-type.ts';
import type { ImpactAssessmentFacts } from '../../core/documents/impact-assessment.ts';
import type { ViewData, ViewValue } from '../view-data.ts';
import { changeView } from './impact-change-view.ts';
import { decisionView } from './impact-decision-view.ts';
import { effectsView } from './impact-effects-view.ts';
import { inventoryView, notRecordedView, previousView, printedRef, waiversView } from './impact-inventory-view.ts';
import { pathsView } from './impact-paths-view.ts';
import { frontMatterView } from './front-matter-view.ts';
import { verificationView } from './impact-verification-view.ts';
import {
  capital,
  declared,
  distinct,
  elementWords,
  instantWords,
  joined,
  notApplicable,
  referenceWords,
  valueWords,
} from './view-words.ts';

type Facts = ImpactAssessmentFacts;

/** The values of the template `impact-assessment`. */
export function impactAssessmentView(facts: Facts, front: DocumentFront): ViewData {
  return {
    front: frontMatterView(facts.front, front),
    decision: decisionView(facts),
    changes: facts.changes.map(changeView),
    commits: facts.front.commits.list.map(({ commit, author, instant, subject }) => ({
      commit: commit.slice(0, 12),
      author,
      instant: instantWords(instant),
      subject: subject === '' ? notApplicable('no subject') : subject,
    })),
    commitsComplete: facts.front.commits.complete,
    authored: authoredView(facts),
    missing: {
      data: facts.authored.data === null && facts.changes.every(({ inFlight }) => inFlight.length === 0),
      implementation:
        facts.authored.implementation === null && facts.changes.every(({ rollback }) => rollback === null),
    },
    notRecorded: notRecordedView(facts),
    inventory: inventoryView(facts),
    previous: previousView(facts),
    effects: effectsView(facts.effects),
    consequences: facts.consequences.map(consequenceView),
    paths: pathsView(facts.paths),
    weakened: facts.controls.weakened.map(controlView(facts)),
    strengthened: facts.controls.strengthened.map(controlView(facts)),
    aspects: facts.aspects.rows.map(({ ref, aspect, element, title, how, effect, clauses }) => ({
      ref,
      aspect: capital(aspect),
      item: title === null ? elementWords(element) : `${elementWords(element)}: ${title}`,
      effect: how === 'changed' ? effect : `Reached: ${effect}`,
      clauses: joined(clauses, notApplicable('no clause is referred to')),
    })),
    examined: facts.aspects.examined.map(({ aspect, elements, affected }, index) => ({
      ref: `E-0${index + 1}`,
      aspect: capital(aspect),
      elements: `${elements}`,
      affected: `${affected}`,
    })),
    clauses: facts.clauses.map(({ clause, citation, source, title, certainty, elements }) => ({
      clause,
      citation: `${source} ${citation}`,
      title,
      certainty: capital(certainty),
      elements: elements.map(elementWords).join(', '),
    })),
    documents: facts.documents.map(({ id, number, title, revision, effective, how, because }) => ({
      id,
      number,
      title,
      revision: declared(revision),
      effective: declared(effective),
      how: because.length === 0 ? capital(how) : `${capital(how)}: ${because.map(elementWords).join(', ')}`,
    })),
    verification: verificationView(facts.verification),
    questions: facts.questions.map((question, index) => ({
      number: `${index + 1}`,
      id: question.id,
      question: question.question,
      answered: question.answer !== null,
      answer: question.answer ?? '',
      why: question.why ?? '',
      by: question.by ?? '',
      function: question.function === null ? '' : `${question.function}:`,
      date: question.date ?? '',
    })),
    openQuestions: facts.openQuestions.map(({ ref, question }) => ({ ref, question })),
    waivers: waiversView(facts),
    recordedDecisions: facts.changes.flatMap(({ id, approved }) =>
      approved.map(({ function: name, name: person, date, reference }, index) => ({
        ref: `${id}-${index + 1}`,
        change: id,
        function: name,
        person,
        date,
        reference: declared(reference),
      })),
    ),
    designAuthority: facts.designAuthority.length === 0 ? '' : facts.designAuthority.join(', '),
    approvers: facts.approvers.map(({ function: name, required, because, heldBy }) => ({
      function: name,
      word: required ? 'Must decide' : 'Is told',
      because: capital(because),
      heldBy: joined(heldBy, notApplicable('the project names nobody')),
    })),
    diff: diffView(facts.diff),
  };
}

/** Sections that people write; the template says loudly which are missing. */
function authoredView({ authored }: Facts): ViewData {
  const shown: Record<string, ViewValue> = {};
  for (const [section, passage] of Object.entries(authored)) shown[section] = passage === null ? '' : passage.markdown;
  return shown;
}

function consequenceView(row: Facts['consequences'][number]): ViewData {
  return {
    ref: row.ref,
    changed: elementWords(row.changed),
    reached: elementWords(row.reached),
    route: row.route,
    distance: `${row.distance}`,
    effect: `${capital(row.effect)} ${elementWords(row.reached)}`,
    requirements: joined(row.requirements, notApplicable('none is linked')),
    outputs: joined(row.outputs, notApplicable('none is fed')),
    action: capital(row.action),
    evidence: distinct(row.evidence).join(', '),
  };
}

function controlView(facts: Facts): (row: Facts['controls']['weakened'][number]) => ViewData {
  const printed = printedRef(facts);
  return ({ ref, element, what }) => ({ ref, printed: printed(ref), element: elementWords(element), what });
}

function diffView({ rows, moved, reformatted }: Facts['diff']): ViewData {
  return {
    rows: rows.map(({ ref, action, element, path, before, after }) => ({
      ref,
      element: elementWords(element),
      path: path === '' ? `(${action} as a whole)` : path,
      before: action === 'added' ? notApplicable('not there before') : valueWords(before),
      after: action === 'removed' ? notApplicable('no longer there') : valueWords(after),
    })),
    moved: moved.map(({ ref, before, after, from, to, what }) => ({
      ref,
      before: referenceWords(splitKey(before)),
      after: referenceWords(splitKey(after)),
      from,
      to,
      what: capital(what),
    })),
    reformatted: [...reformatted],
  };
}

function splitKey(key: string): { kind: string; id: string } {
  const at = key.indexOf(':');
  return { kind: key.slice(0, at), id: key.slice(at + 1) };
}
