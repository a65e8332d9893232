import { inWords } from '../../core/documents/compared-rows.ts';
import type { DocumentFront } from '../../core/documents/document-type.ts';
import { INTERFACE_CELLS } from '../../core/documents/flows/interface-rows.ts';
import type { InterfaceSpecificationFacts } from '../../core/documents/interface-specification.ts';
import type { ViewData } from '../view-data.ts';
import { frontMatterView } from './front-matter-view.ts';
import { cellsView, changesView, comparedView, gapsView, statedView } from './stated-view.ts';
import { capital, elementWords, notApplicable, number } from './view-words.ts';

type Facts = InterfaceSpecificationFacts;

/** The values of the template `interface-specification`. */
export function interfaceSpecificationView(facts: Facts, front: DocumentFront): ViewData {
  const open = facts.issues.filter(({ waiver }) => waiver === null);
  const untested = facts.interfaces.filter(({ cases }) => cases.standing === 'not declared').map(({ id }) => id);
  return {
    front: frontMatterView(facts.front, front),
    texts: {
      context: facts.texts.context ?? '',
      remarks: facts.texts.remarks ?? '',
      issues: facts.texts.issues ?? '',
    },
    totals: {
      systems: number(facts.systems.length, 'system'),
      interfaces: number(facts.interfaces.length, 'interface'),
      fields: number(facts.fields.length, 'mapped field'),
      issues: number(open.length, 'open finding'),
      untested: untested.length === 0 ? '' : untested.join(', '),
    },
    systems: facts.systems.map((row) => ({ ...comparedView('systems', row), title: row.title })),
    flows: facts.interfaces.map(
      ({ key, change, id, title, from, to, pattern, transport, trigger, latency, whenDown, phase }) => ({
        ...comparedView('flows', { key, change, id, pattern, transport, trigger, latency, whenDown, phase }),
        title,
        ends: `${from} → ${to}`,
      }),
    ),
    keys: facts.keys.map((row) => ({
      ...comparedView('keys', row),
      system: row.system,
      tone: row.freeText ? 'high' : 'plain',
    })),
    crosswalks: facts.crosswalks.map((row) => ({ ...comparedView('crosswalks', row), object: row.object })),
    interfaces: facts.interfaces.map((row) => interfaceView(row, facts)),
    maps: facts.maps.map((row) => ({ ...comparedView('maps', row), title: row.title })),
    codes: facts.codes.map((row) => ({
      ...cellsView('codes', row),
      map: row.map,
      source: row.source,
      lossyTone: row.merges ? 'high' : row.remark.standing === 'not declared' ? 'high' : 'plain',
    })),
    sets: facts.sets.map((row) => ({
      ...cellsView('sets', row),
      set: row.set,
      member: row.member,
      deployedIn:
        row.deployedIn.length === 0 ? 'Not declared – where the list is configured' : row.deployedIn.join(', '),
    })),
    conversions: facts.conversions.map((row) => ({
      ...comparedView('conversions', row),
      title: row.title,
      units: row.units,
    })),
    worked: facts.worked.map((row) => ({
      ...cellsView('worked', row),
      conversion: row.conversion,
      declaredTone: row.disagrees ? 'critical' : row.declared.standing === 'not declared' ? 'high' : 'plain',
    })),
    reconciliations: facts.reconciliations.map((row) => ({
      ...comparedView('reconciliations', row),
      title: row.title,
      blindTone: row.blind.length > 0 ? 'high' : 'plain',
    })),
    links: facts.links.map((row) => ({ ...comparedView('links', row), title: row.title, ends: row.ends })),
    phases: facts.phases.map((row) => ({ ...comparedView('phases', row), title: row.title })),
    issues: facts.issues.map(({ ref, severity, element, rule, message, waiver }) => ({
      ref,
      severity: capital(severity),
      tone: severity === 'error' ? 'high' : severity === 'warning' ? 'warn' : 'plain',
      element: element === null ? notApplicable('the whole project') : elementWords(element),
      rule,
      message,
      waiver: waiver === null ? 'Open' : `Accepted by waiver ${waiver}`,
    })),
    gaps: gapsView(facts.gaps),
    changes: changesView(facts.changes),
  };
}

/** Labels of an interface's statements, where the name of the fact does not say it. */
const LABELS: Readonly<Record<string, string>> = {
  rationale: 'Why it is coupled so',
  pattern: 'Pattern',
  critical: 'Critical',
  senderOwners: 'Owners, sending side',
  receiverOwners: 'Owners, receiving side',
  flowOwners: 'Owners of the flow',
  contract: 'Contract version',
  messages: 'Kinds of message',
  security: 'Security',
  guarantee: 'Guarantee',
  repeats: 'Repeats',
  acknowledge: 'Sender learns',
  retry: 'Retry',
  rejectedMessages: 'Rejected messages',
  noAnswer: 'No answer',
  partOfBatch: 'Part of a batch is bad',
  unexpectedMessages: 'Unexpected messages',
  credibleFaults: 'Credible faults',
  cache: 'Age of answers',
  whenDown: 'Other end is down',
  catchUp: 'Catching up',
  reconciliation: 'Reconciliation',
  auditTrail: 'Audit trail of what it carries',
  phase: 'Coexistence phase',
  cases: 'Cases and checks',
};

function interfaceView(row: Facts['interfaces'][number], facts: Facts): ViewData {
  const fields = facts.fields.filter((field) => field.interface === row.id);
  const effects = facts.effects.filter((effect) => effect.interface === row.id);
  return {
    id: row.id,
    title: row.title === row.id ? row.id : `${row.id}: ${row.title}`,
    anchor: `interface-${row.id}`,
    ends: `${row.from} → ${row.to}`,
    mark: row.change === 'new' ? 'New' : row.change === 'changed' ? 'Changed' : '',
    statements: INTERFACE_CELLS.map((name) => ({ label: LABELS[name] ?? inWords(name), said: statedView(row[name]) })),
    caption: `${row.id}: field mapping`,
    effectCaption: `${row.id}: state effects`,
    fields: fields.map((field) => ({
      ...cellsView('fields', field),
      name: `${field.reply ? 'Reply: ' : ''}${field.id}`,
    })),
    effects: effects.map((effect) => cellsView('effects', effect)),
  };
}
