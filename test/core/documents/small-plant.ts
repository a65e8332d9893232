import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { analyseRevision, type AnalysedRevision } from '../../../src/app/analyse-revision.ts';
import { assessComparison } from '../../../src/app/assess-comparison.ts';
import { differences, judgeDifferences } from '../../../src/app/compare-revisions.ts';
import { searchedPaths, whyNotSearched } from '../../../src/app/opened-paths.ts';
import { readAssessmentQuestions } from '../../../src/core/documents/assessment-questions.ts';
import type { DocumentContext, DocumentRevision } from '../../../src/core/documents/document-context.ts';
import { exploreChange } from '../../../src/core/explore/change/explore-change.ts';
import { clauseIds, readClauseCatalogue } from '../../../src/core/model/clause-catalogue.ts';
import { compareLanguages } from '../../../src/io/pattern-languages.ts';
import type { RevisionIdentity } from '../../../src/core/source/source-file.ts';
import { traceRequirements } from '../../../src/core/trace/trace-requirements.ts';
import type { Derivation } from '../../../src/core/derive/test-case.ts';

const digest = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
const catalogueFile = (name: string): string =>
  readFileSync(new URL(`../../../specs/catalogues/${name}`, import.meta.url), 'utf8');

export const catalogue = readClauseCatalogue(catalogueFile('clauses.yaml'));
export const questions = readAssessmentQuestions(catalogueFile('assessment-questions.yaml'));

export const BASE_COMMIT = 'a1'.repeat(20);
export const HEAD_COMMIT = 'b2'.repeat(20);

/** The project file of head: its baseline is the commit of base. */
export const PROJECT = `language: 1
package:
  id: SMP-REL
  title: Hold and release
  version: 2.0.0
  organisation: Small plant
  site: SMP
  intendedUse: Hold lots and release them after review.
profile: sketch
clauses: {US-ERES: {}}
approvers: {QA: {departments: [QA]}}
baselines: {1.0.0: {commit: ${BASE_COMMIT}, approval: board minutes 7}}
glossary: {Hold: Nothing may be done to the lot}
`;

/** A plant with one lifecycle, one interface, one set and all that documents ask for. */
export const PLANT = `departments: {QA: {title: Quality, function: quality}, OPS: {function: operations}}
systems:
  MES: {version: "4.2", gxp: direct, owners: {operations: OPS}, environments: {PROD: {build: 4.2.1, host: mes-p1}, TEST: {}}}
  QMS: {version: "2", gxp: direct}
roles:
  OPERATOR: {title: Operator, department: OPS}
  INSPECTOR: {title: Inspector, department: QA}
objects:
  lot: {keys: {MES: {fields: [LOT_NO], length: 10}}, systemOfRecord: MES, record: {regulated: true, auditTrail: {fields: all}}, fields: {quantity: {type: integer, critical: true}}}
lifecycles:
  LOT:
    object: lot
    system: MES
    initial: Open
    states: {Open: open, Held: held, Done: closed}
    transitions:
      T01: {event: hold, from: Open, to: Held, by: OPERATOR, satisfies: URS-001, reason: true}
      T02: {event: release, from: Held, to: Done, by: INSPECTOR, sign: {meaning: Lot released}, emits: IF-001, satisfies: URS-002}
sets: {BLOCKED: {of: LOT, effect: blocks, members: [Open, Held], unknown: out, title: Lots that are blocked}}
interfaces:
  IF-001:
    title: Release to QMS
    from: MES
    to: QMS
    pattern: event
    latency: 60 s
    delivery: {retry: {max: 3, every: 10 s}}
    fields: {lot_no: {from: lot, type: string, length: 10, key: true}, quantity: {from: lot.quantity, type: integer}}
requirements:
  URS-001: {text: A lot can be held., criticality: high, refs: [P11-10-a]}
  URS-002: {text: A lot is released by quality after review., criticality: high}
  URS-003: {text: A lot can be found by its number., criticality: medium}
risks: {RSK-01: {element: LOT.T02, failure: Released without review, severity: high}}
exceptions: {EX-01: {title: QMS is down, class: downtime, treatment: procedural, elements: [IF-001], documents: [SOP-1]}}
documents: {SOP-1: {title: Work without QMS, kind: procedure, number: SOP-017, revision: "3", effective: 2026-01-15}}
`;

/** The same plant after a change that adds a state which nobody blocks. */
export const CHANGED_PLANT = PLANT.replace('Held: held, Done: closed', 'Held: held, Review: open, Done: closed')
  .replace('      T02:', '      T03: {event: inspect, from: Held, to: Review, by: INSPECTOR}\n      T02:')
  .replace('release, from: Held,', 'release, from: [Held, Review],')
  .replace('max: 3', 'max: 6')
  .replace('by quality after review.', 'by quality.');

/** The change record of head; what people wrote for it comes beside it. */
export const CHANGE = `changes:
  CR-7:
    title: Review before release
    reason: Inspectors want to see which lots wait for them.
    requester: INSPECTOR
    date: 2026-03-01
    touches: [LOT, IF-001, URS-002]
    answers: {way-back: {answer: "Y", why: The earlier configuration is kept., by: IT, date: 2026-03-02}}
`;

/** Every authored section that an assessment must have. */
export const AUTHORED = `texts:
  REC: {document: IA, section: recommendation, text: "Return it: **Review** must block."}
  REG: {document: IA, section: regulatory, text: No filing.}
  OPER: {document: IA, section: operations, text: No downtime.}
  DATA: {document: IA, section: data, text: No lot is under way.}
  DOCS: {document: IA, section: documents, text: SOP-017 stays.}
  PLAN: {document: IA, section: implementation, text: At the weekend.}
`;

export interface PlantOptions {
  readonly project?: string;
  readonly base?: string;
  readonly head?: string;
  readonly headIdentity?: Partial<RevisionIdentity>;
  readonly baseIdentity?: Partial<RevisionIdentity>;
}

/** What documents are made from, for two revisions that are given as text. */
export function plantContext(options: PlantOptions = {}): DocumentContext {
  const project = options.project ?? PROJECT;
  const base = revision('base', project.replace('2.0.0', '1.0.0'), options.base ?? PLANT, options.baseIdentity);
  const head = revision('head', project, options.head ?? `${CHANGED_PLANT}${CHANGE}${AUTHORED}`, options.headIdentity);
  const silent = { step: () => undefined, done: () => undefined };
  const diff = differences(base, head);
  const notSearched = whyNotSearched(base.model, head.model, diff);
  const exploration =
    notSearched === undefined ? searchedPaths(base.model, head.model, exploreChange) : { notSearched };
  const judged = judgeDifferences(base, head, { diff, exploration }, { digest, compareLanguages, asOf: '2026-03-02' });
  const assessed = assessComparison(judged, digest, silent);
  const trace = traceRequirements({
    model: head.model,
    graph: head.graph,
    derivation: assessed.derivation.head,
    lint: head.lint,
    catalogue,
  });
  return {
    base: documentRevision(base, assessed.derivation.base),
    head: documentRevision(head, assessed.derivation.head),
    diff: assessed.diff,
    assessment: assessed.assessment,
    composedEffects: assessed.judgement.composedEffects,
    exploration: assessed.exploration,
    trace,
    catalogue,
    questions,
    commits: {
      list: [{ commit: HEAD_COMMIT, author: 'Ada Example', instant: '2026-03-02T08:00:00Z', subject: 'CR-7' }],
      complete: true,
    },
    tool: { name: 'countersign', version: '9.9.9', rulesVersion: '1', languageVersion: 1 },
    sourceHash: `s1:${'c3'.repeat(32)}`,
    digest,
  };
}

function revision(
  label: 'base' | 'head',
  project: string,
  plant: string,
  identity: Partial<RevisionIdentity> = {},
): AnalysedRevision {
  const files = [['countersign.yaml', project] as const, ['specs/plant.yaml', plant] as const].map(([file, text]) => ({
    revision: label,
    file,
    bytes: new TextEncoder().encode(text),
    contentId: `sha256:${digest(text)}`,
  }));
  const source = {
    identity: {
      label,
      kind: 'commit' as const,
      commit: label === 'base' ? BASE_COMMIT : HEAD_COMMIT,
      tree: 'd4'.repeat(20),
      instant: label === 'base' ? '2026-02-01T08:00:00Z' : '2026-03-02T08:00:00Z',
      author: 'Ada Example',
      modified: false,
      ...identity,
    },
    files,
  };
  const analysed = analyseRevision(source, [], {
    clauses: clauseIds(catalogue),
    digest,
    asOf: '2026-03-02',
    cache: new Map(),
  });
  if (analysed.invalid)
    throw new Error(
      analysed.diagnostics.map(({ at, message }) => `${label} ${at.file}:${at.span.start.line}: ${message}`).join('\n'),
    );
  return analysed;
}

function documentRevision(
  { source, model, graph, diagnostics, lint }: AnalysedRevision,
  derivation: Derivation,
): DocumentRevision {
  return { identity: source.identity, model, graph, diagnostics, lint, derivation };
}
