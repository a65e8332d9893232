import { VERIFY } from '../../core/documents/assessment/record-rows.ts';
import type { DocumentFront } from '../../core/documents/document-type.ts';
import type { ElectronicRecordsAssessmentFacts } from '../../core/documents/electronic-records-assessment.ts';
import type { ViewData } from '../view-data.ts';
import { frontMatterView } from './front-matter-view.ts';
import { changesView, comparedView, gapsView, statedView } from './stated-view.ts';
import { declared, grouped, joined, number, share } from './view-words.ts';

type Facts = ElectronicRecordsAssessmentFacts;

/** The values of the template `electronic-records-assessment`. */
export function electronicRecordsAssessmentView(facts: Facts, front: DocumentFront): ViewData {
  const { counts } = facts;
  return {
    front: frontMatterView(facts.front, front),
    texts: {
      records: facts.texts.records ?? '',
      systems: facts.texts.systems ?? '',
      signatures: facts.texts.signatures ?? '',
      compensating: facts.texts.compensating ?? '',
      conclusion: facts.texts.conclusion ?? '',
    },
    totals: {
      records: number(facts.records.length, 'record'),
      inForce: number(counts.inForce, 'clause'),
      excluded: grouped(counts.excluded),
      applicable: grouped(counts.applicable),
      referred: share(counts.referred, counts.applicable),
      tested: share(counts.tested, counts.applicable),
      open: grouped(counts.open),
      uncounted: number(facts.uncounted.length, 'clause'),
    },
    sets: facts.sets.map(({ set, title, systems, lines, note }) => ({
      set,
      title,
      systems: joined(systems, 'All systems'),
      lines: joined(lines, 'All lines'),
      note: declared(note),
    })),
    setsNotNamed: facts.setsNotNamed.map(({ set, title }) => ({ set, title })),
    records: facts.records.map((row) => ({
      ...comparedView('records', row),
      title: row.title,
      mediumTone: row.medium.standing === 'not declared' || row.hybrid ? 'high' : 'plain',
    })),
    withoutRecord: facts.withoutRecord.join(', '),
    systems: facts.systems.map((row) => ({ ...comparedView('systems', row), title: row.title })),
    signing: [
      { label: 'Components at the first signing', said: statedView(facts.signing.components) },
      { label: 'At later signings of a session', said: statedView(facts.signing.later) },
      { label: 'Shown and printed', said: statedView(facts.signing.shows) },
      { label: 'Tied to the record', said: statedView(facts.signing.bound) },
    ],
    signatures: facts.signatures.map((row) => ({ ...comparedView('signatures', row), title: row.title })),
    clauses: facts.clauses.map((row) => ({
      ...comparedView('clauses', row),
      what: `${row.source} ${row.citation}: ${row.title}`,
      verify: row.verify ? VERIFY : '',
      open: row.counts ? joined(row.open, 'None found by the rules of this table') : 'N/A – excluded',
      openTone: row.open.length > 0 ? 'high' : 'plain',
      tone: row.counts ? 'plain' : 'muted',
    })),
    uncounted: facts.uncounted.map(({ clause, source, status, citation, title, verify, references }) => ({
      clause,
      what: `${source}, ${citation}: ${title}`,
      status,
      verify: verify ? VERIFY : 'text checked',
      references: number(references, 'reference'),
    })),
    compensating: facts.compensating.map(({ waiver, element, reason, controls, expires }) => ({
      waiver,
      element,
      reason,
      controls: controls.join(', '),
      expires,
    })),
    gaps: gapsView(facts.gaps),
    changes: changesView(facts.changes),
  };
}
