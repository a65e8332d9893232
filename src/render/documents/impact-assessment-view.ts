import type { DocumentFront } from '../../core/documents/document-type.ts';
import type { ImpactAssessmentFacts } from '../../core/documents/impact-assessment.ts';
import type { ViewData, ViewValue } from '../view-data.ts';
import { RISK_NAMES } from '../words.ts';
import { decisionView } from './impact-decision-view.ts';
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
  shortened,
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
    inventory: facts.inventory.map(inventoryView),
    consequences: facts.consequences.map(consequenceView),
    weakened: facts.controls.weakened.map(controlView),
    strengthened: facts.controls.strengthened.map(controlView),
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
    waivers: facts.waivers.map(({ id, rule, element, reason, expires, approved }) => ({
      id,
      rule,
      element,
      reason,
      expires,
      approved: joined(approved, 'Nobody'),
    })),
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

function changeView(change: Facts['changes'][number]): ViewData {
  return {
    id: change.id,
    title: declared(change.title),
    reason: change.reason,
    requester: declared(change.requester),
    date: declared(change.date),
    emergency: change.emergency ? 'Yes: approval after the fact is needed, with its date' : 'No',
    window: declared(change.window),
    from: declared(change.from),
    touches: joined(change.touches, 'Not declared'),
    inFlight: change.inFlight.map(({ what, answer }) => ({ what, answer })),
    rollback: declared(change.rollback),
    hasRollback: change.rollback !== null,
  };
}

/** Sections that people write; the template says loudly which are missing. */
function authoredView({ authored }: Facts): ViewData {
  const shown: Record<string, ViewValue> = {};
  for (const [section, passage] of Object.entries(authored)) shown[section] = passage === null ? '' : passage.markdown;
  return shown;
}

function inventoryView(row: Facts['inventory'][number]): ViewData {
  const verdict = row.waiver === null ? '' : ` Waived by ${row.waiver.id} until ${row.waiver.expires}.`;
  const raised = row.raisedBy.map(({ reason }) => ` ${capital(reason)}.`.replace(/\.\.$/, '.')).join('');
  return {
    ref: row.ref,
    tone: toneOf(row),
    element: row.element.id,
    kind: capital(row.element.kind.replaceAll('-', ' ')),
    attribute: row.attribute,
    before:
      row.before === null && row.ruleId.startsWith('introduced:') ? 'Not found at base' : wholeOr(row, row.before),
    after: row.after === null && row.ruleId.startsWith('resolved:') ? 'No longer found' : wholeOr(row, row.after),
    class: capital(row.class),
    rule: row.ruleId,
    why: `${row.reason}${raised}${verdict}${row.explainedBy === null ? '' : ` Explained by ${row.explainedBy}.`}`,
    gxp: row.gxp === null ? 'Not declared' : capital(row.gxp),
    risk: row.risk === null ? notApplicable('editorial') : `Not assessed → ${RISK_NAMES[row.risk]} by rule`,
    approver: joined(
      row.approve,
      row.inform.length === 0 ? notApplicable('none by rule') : `${row.inform.join(', ')} are told`,
    ),
    parts: row.parts.length === 0 ? '' : `With its parts: ${row.parts.map(({ id }) => id).join(', ')}.`,
  };
}

/** A change of a whole element has no values of its own. */
function wholeOr(
  { attribute, before, after }: Facts['inventory'][number],
  value: Facts['inventory'][number]['before'],
): string {
  if (attribute === '' && before === null && after === null) return 'See the reason';
  return shortened(valueWords(value), VALUE, 'whole in appendix A');
}

/** Longest value in the inventory. */
const VALUE = 150;

function toneOf({ risk, class: verdict }: Pick<Facts['inventory'][number], 'risk' | 'class'>): string {
  if (risk === 'C') return 'critical';
  if (risk === 'H' || verdict === 'breaking') return 'high';
  if (verdict === 'editorial') return 'muted';
  return 'plain';
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

function controlView({ ref, element, what }: Facts['controls']['weakened'][number]): ViewData {
  return { ref, element: elementWords(element), what };
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
