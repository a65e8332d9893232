import { INSTALLATION_STRATEGIES, STRATEGIES } from '../../core/derive/strategies/index.ts';
import type { Derivation } from '../../core/derive/test-case.ts';
import type { SpecModel } from '../../core/model/spec-model.ts';
import type { BackwardRow } from '../../core/trace/traceability.ts';
import {
  type ColumnOf,
  idColumn,
  linesColumn,
  NOT_DECLARED,
  numberColumn,
  textColumn,
  type Worksheet,
  type WorksheetCell,
  worksheetOf,
} from './worksheet.ts';
import { idOf, names } from './trace-sheets.ts';

/** A test as a list names it, from whichever phase it is. */
interface CaseRow {
  readonly id: string;
  readonly phase: string;
  readonly origin: 'derived' | 'authored';
  readonly type: string | undefined;
  readonly title: string;
  readonly objective: string | undefined;
  readonly element: string | undefined;
  readonly requirements: readonly string[];
  readonly given: readonly string[];
  readonly steps: readonly Omit<StepRow, 'test'>[];
}

interface StepRow {
  readonly test: string;
  readonly number: number;
  readonly system: string | undefined;
  readonly action: string;
  readonly expected: WorksheetCell;
  readonly record: string | undefined;
  readonly proves: readonly string[];
}

const RULES: ReadonlyMap<string, string> = new Map([
  ...INSTALLATION_STRATEGIES.map(({ type, rule }) => [`IQ ${type}`, rule] as const),
  ...STRATEGIES.map(({ type, rule }) => [`OQ ${type}`, rule] as const),
]);

/**
 * The tests of these rows and, on a second sheet, what a person does in each of them. In the order of the protocols:
 * installation, operation, then what was written by hand.
 */
export function caseSheets(
  { model, derivation }: { readonly model: SpecModel; readonly derivation: Derivation },
  tests: readonly BackwardRow[],
  whole: string,
): readonly Worksheet[] {
  const traced = new Map(tests.map((row) => [row.test.id, row]));
  const cases = [...checkRows(derivation), ...caseRows(derivation), ...authoredRows(model, traced)].filter(({ id }) =>
    traced.has(id),
  );
  const steps = cases.flatMap(({ id, steps: own }) => own.map((step): StepRow => ({ test: id, ...step })));
  return [
    worksheetOf({ name: 'Test cases', whole }, caseColumns(traced), cases),
    worksheetOf({ name: 'Test steps', keys: 2, whole }, STEPS, steps),
  ];
}

function checkRows({ checks }: Derivation): readonly CaseRow[] {
  return checks.map(({ id, type, element, environment, item, attribute, expected, method, requirements }) => ({
    id,
    phase: 'IQ',
    origin: 'derived',
    type,
    title: `${item}: ${attribute}`,
    objective: undefined,
    element: idOf(element),
    requirements,
    given: [],
    steps: [
      {
        number: 10,
        system: environment,
        action: method,
        expected: expected ?? NOT_DECLARED,
        record: undefined,
        proves: [],
      },
    ],
  }));
}

function caseRows({ cases }: Derivation): readonly CaseRow[] {
  return cases.map(
    ({ id, phase, type, title, objective, element, requirements, initialState, prerequisites, steps }) => ({
      id,
      phase,
      origin: 'derived',
      type,
      title,
      objective,
      element: idOf(element),
      requirements,
      given: [...initialState.map(({ system, state }) => `${system}: ${state}`), ...prerequisites],
      steps,
    }),
  );
}

function authoredRows(model: SpecModel, traced: ReadonlyMap<string, BackwardRow>): readonly CaseRow[] {
  return model.ofKind('test').map(({ id, attributes }) => {
    const row = traced.get(id);
    return {
      id,
      phase: attributes.level,
      origin: 'authored',
      type: attributes.type,
      title: attributes.title ?? id,
      objective: attributes.description,
      element: row?.element === undefined ? undefined : idOf(row.element),
      requirements: row?.requirements ?? [],
      given: attributes.given ?? [],
      steps: attributes.steps.map(({ do: action, expect }, index) => ({
        number: (index + 1) * 10,
        system: undefined,
        action,
        expected: expect ?? NOT_DECLARED,
        record: undefined,
        proves: [],
      })),
    };
  });
}

function caseColumns(traced: ReadonlyMap<string, BackwardRow>): readonly ColumnOf<CaseRow>[] {
  return [
    idColumn('case', 32, ({ id }) => id),
    textColumn('phase', 10, ({ phase }) => phase),
    textColumn('origin', 12, ({ origin }) => origin),
    textColumn('type', 9, ({ type }) => type),
    linesColumn('title', 44, ({ title }) => title),
    linesColumn('objective', 50, ({ objective }) => objective),
    idColumn('element', 26, ({ element }) => element),
    idColumn('requirements', 26, ({ requirements }) => names(requirements) ?? { loud: 'NO REQUIREMENT' }),
    idColumn('risks', 20, ({ id }) => names(traced.get(id)?.risks ?? [])),
    textColumn('rule', 44, ({ origin, phase, type }) =>
      origin === 'authored' ? 'written by hand' : RULES.get(`${phase} ${type ?? ''}`),
    ),
    linesColumn('given', 44, ({ given }) => (given.length === 0 ? undefined : given.join('\n'))),
    numberColumn('number of steps', 12, ({ steps }) => steps.length),
  ];
}

const STEPS: readonly ColumnOf<StepRow>[] = [
  idColumn('case', 32, ({ test }) => test),
  numberColumn('step', 9, ({ number }) => number),
  textColumn('where', 16, ({ system }) => system),
  linesColumn('action', 60, ({ action }) => action),
  linesColumn('expected', 60, ({ expected }) => expected),
  linesColumn('record', 30, ({ record }) => record),
  idColumn('proves', 34, ({ proves }) => names(proves)),
];
