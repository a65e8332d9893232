import type { ElementKey } from '../../core/model/element.ts';
import type { SpecModel } from '../../core/model/spec-model.ts';
import type { BackwardRow, ClauseRow, Coverage, ForwardRow, Gap, Traceability } from '../../core/trace/traceability.ts';
import {
  type ColumnOf,
  idColumn,
  linesColumn,
  NOT_DECLARED,
  numberColumn,
  textColumn,
  type Worksheet,
  worksheetOf,
} from './worksheet.ts';

/** `NCR.T04` of `transition:NCR.T04`. */
export function idOf(key: ElementKey): string {
  return key.slice(key.indexOf(':') + 1);
}

/** `transition` of `transition:NCR.T04`. */
function kindOf(key: ElementKey): string {
  return key.slice(0, key.indexOf(':')).replaceAll('-', ' ');
}

/** Names in one cell; none is an empty cell. */
export function names(ids: readonly string[]): string | undefined {
  return ids.length === 0 ? undefined : ids.join(', ');
}

/** Traceability of one revision as tables: forward, backward, gaps, clauses and coverage. */
export function traceSheets(trace: Traceability, model: SpecModel, whole: string): readonly Worksheet[] {
  return [
    worksheetOf({ name: 'Requirements', whole }, forwardColumns(model), trace.forward),
    worksheetOf({ name: 'Tests', whole }, BACKWARD, trace.backward),
    worksheetOf({ name: 'Gaps', whole }, GAPS, trace.gaps),
    worksheetOf({ name: 'Clauses', whole }, CLAUSES, trace.clauses),
    worksheetOf({ name: 'Coverage', whole }, COVERAGE, trace.coverage),
  ];
}

function forwardColumns(model: SpecModel): readonly ColumnOf<ForwardRow>[] {
  return [
    idColumn('requirement', 16, ({ requirement }) => requirement.id),
    linesColumn('text', 60, ({ requirement }) => requirement.attributes.text),
    textColumn('level', 11, ({ requirement }) => requirement.attributes.level ?? 'user'),
    textColumn('source', 20, ({ requirement }) => requirement.attributes.source ?? NOT_DECLARED),
    textColumn('criticality', 15, ({ requirement }) => requirement.attributes.criticality ?? NOT_DECLARED),
    idColumn('clauses', 24, ({ requirement }) => names(requirement.attributes.refs ?? [])),
    idColumn('elements', 30, ({ elements }) => names(elements.map(idOf)) ?? { loud: 'NOTHING REALISES IT' }),
    idColumn('risks', 20, ({ risks }) =>
      names(risks.map((id) => `${id} (${model.get('risk', id)?.attributes.severity ?? NOT_DECLARED.loud})`)),
    ),
    textColumn('control', 14, ({ control }) => control),
    numberColumn('number of tests', 12, ({ tests }) => tests.length),
    idColumn('tests', 44, ({ tests }) => names(tests.map(({ id }) => id)) ?? { loud: 'NOTHING SHOWS IT' }),
    idColumn('documents', 26, ({ documents }) => names([...new Set(documents)].map((id) => documentName(id, model)))),
    textColumn('status', 16, ({ status }) => (status === 'traced' ? status : { loud: status })),
  ];
}

/** Number, revision and day from which it is in force, as ISO 8601: `SOP-014 rev 3 (2026-01-15)`. */
function documentName(id: string, model: SpecModel): string {
  const { number, revision, effective } = model.get('document', id)?.attributes ?? {};
  const parts = [revision === undefined ? '' : ` rev ${revision}`, effective === undefined ? '' : ` (${effective})`];
  return `${number ?? id}${parts.join('')}`;
}

const BACKWARD: readonly ColumnOf<BackwardRow>[] = [
  idColumn('test', 32, ({ test }) => test.id),
  textColumn('phase', 10, ({ test }) => test.phase),
  textColumn('origin', 12, ({ test }) => test.origin),
  textColumn('kind', 14, ({ element }) => (element === undefined ? undefined : kindOf(element))),
  idColumn('element', 30, ({ element }) => (element === undefined ? { loud: 'NO ELEMENT' } : idOf(element))),
  idColumn('requirements', 34, ({ requirements }) => names(requirements) ?? { loud: 'NO REQUIREMENT' }),
  idColumn('risks', 24, ({ risks }) => names(risks)),
];

const GAPS: readonly ColumnOf<Gap>[] = [
  idColumn('gap', 30, ({ id }) => id),
  textColumn('type', 20, ({ type }) => type),
  idColumn('item', 28, ({ item }) => item),
  textColumn('severity', 14, ({ severity }) => severity),
  textColumn('detail', 70, ({ detail }) => detail),
  idColumn('owner', 20, ({ owner }) => owner ?? NOT_DECLARED),
];

const CLAUSES: readonly ColumnOf<ClauseRow>[] = [
  idColumn('clause', 24, ({ clause }) => clause),
  textColumn('source', 30, ({ source }) => source),
  idColumn('citation', 22, ({ citation }) => citation),
  textColumn('title', 44, ({ title }) => title),
  textColumn('certainty', 16, ({ certainty }) => certainty),
  textColumn('applicable', 14, ({ applicable }) => (applicable ? 'yes' : 'no')),
  textColumn('reason', 36, ({ reason }) => reason),
  idColumn('requirements', 28, ({ requirements }) => names(requirements)),
  idColumn('elements', 34, ({ elements }) => names(elements.map(idOf))),
  textColumn('status', 16, ({ status }) => (status === 'not referenced' ? { loud: status } : status)),
];

const COVERAGE: readonly ColumnOf<Coverage>[] = [
  textColumn('what', 60, ({ what }) => what),
  numberColumn('covered', 10, ({ covered }) => covered),
  numberColumn('of', 10, ({ of }) => of),
];
