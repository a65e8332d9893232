import type { OperationalQualificationFacts } from '../../core/documents/operational-qualification.ts';
import { distinct, elementWords, joined, notApplicable } from './view-words.ts';
import type { ViewData } from '../view-data.ts';

type Facts = OperationalQualificationFacts;
type Chapter = Facts['chapters'][number];
type Case = Chapter['cases'][number];

/** What the cases of a chapter share: said once, before them, and named in each by a number. */
export interface SharedWords {
  /** Number of a sentence that several cases say, by the sentence. */
  readonly prerequisites: ReadonlyMap<string, string>;
  readonly cleanUp: ReadonlyMap<string, string>;
  /** Number of a fact that the specification does not declare, by its words. */
  readonly undeclared: ReadonlyMap<string, string>;
}

/** What a script says where the specification declares nothing: `(NOT DECLARED: what is missing; what to write instead)`. */
const UNDECLARED = /\(NOT DECLARED: ([^();]+);([^()]*)\)/g;

/** Collects what the cases of a chapter share, in the order in which they say it first. */
export function sharedWords({ cases }: Chapter): SharedWords {
  const undeclared = distinct(cases.flatMap((one) => undeclaredOf(one)));
  return {
    prerequisites: repeated(
      'P',
      cases.map((one) => one.prerequisites),
    ),
    cleanUp: repeated(
      'C',
      cases.map((one) => one.cleanUp),
    ),
    undeclared: new Map(undeclared.map((what, index) => [what, `U${index + 1}`])),
  };
}

/** The lists that stand before the cases of a chapter. */
export function sharedView(shared: SharedWords, { cases }: Chapter): { shared: ViewData[]; undeclared: ViewData[] } {
  const rows = (numbers: ReadonlyMap<string, string>, kind: string, of: (one: Case) => readonly string[]): ViewData[] =>
    [...numbers].map(([text, ref]) => ({
      ref,
      kind,
      text,
      cases: `${cases.filter((one) => of(one).includes(text)).length}`,
    }));
  return {
    shared: [
      ...rows(shared.prerequisites, 'Prerequisite', (one) => one.prerequisites),
      ...rows(shared.cleanUp, 'Clean-up', (one) => one.cleanUp),
    ],
    undeclared: rows(shared.undeclared, 'Not declared', undeclaredOf),
  };
}

/** One case as the template prints it; `dataNumbers` are the numbers of the test data set. */
export function caseView(
  one: Case,
  rigour: string,
  shared: SharedWords,
  dataNumbers: ReadonlyMap<string, string>,
): ViewData {
  return {
    id: one.id,
    title: one.title,
    // An objective that only repeats the title is printed once.
    objective: one.objective === `${one.title}.` ? '' : one.objective,
    requirements: joined(one.requirements, 'NONE LINKED'),
    risks: one.risks.length === 0 ? notApplicable('no risk is linked') : `${one.risks.join(', ')} (not assessed)`,
    element: elementWords(one.element),
    hash: shortHash(one.elementHash),
    caseHash: shortHash(one.caseHash),
    type: one.type,
    rigour,
    initialState: one.initialState.length === 0 ? ['N/A – no state is needed'] : statesBySystem(one),
    prerequisites: byNumber(one.prerequisites, shared.prerequisites, 'none beside those of section 4'),
    accounts: joined(
      one.accounts.map(({ account, role }) => `${account} (${role})`),
      notApplicable('nobody acts'),
    ),
    testData: joined(
      one.testData.map((what) => `${dataNumbers.get(what) ?? ''} ${what.split(':')[0] ?? what}`.trim()),
      notApplicable('none'),
    ),
    cleanUp: byNumber(one.cleanUp, shared.cleanUp, 'none'),
    steps: stepRows(one, shared),
  };
}

/** `QMS: TEST-LOT-1: BRR Compiling, TEST-NCR-1: NCR Draft`, each system once. */
function statesBySystem({ initialState }: Case): string[] {
  const systems = new Map<string, string[]>();
  for (const { system, state } of initialState) systems.set(system, [...(systems.get(system) ?? []), state]);
  return [...systems].map(([system, states]) => `${system}: ${states.join(', ')}`);
}

/** What every screen shows is said once, under good documentation practice. */
const EVERY_SCREEN = ' that shows user, clock and environment';

/** Steps in order; what several in a row expect word by word, or ask to write, is said at the first of them. */
function stepRows({ steps }: Case, shared: SharedWords): ViewData[] {
  let told: Case['steps'][number] | undefined;
  return steps.map((step) => {
    const { number, system, action, expected, record } = step;
    const row = { number: `/${number}`, system, action: withNumbers(action, shared) };
    const words = withNumbers(expected, shared);
    if (told === undefined || told.record !== record) {
      told = step;
      return { ...row, expected: words, rest: withNumbers(record, shared).replace(EVERY_SCREEN, '') };
    }
    if (told.expected === expected) return { ...row, expected: `As in step /${told.number}.`, rest: '' };
    const own = ownSentences(expected, told.expected);
    return own === undefined
      ? { ...row, expected: words, rest: `Write as in step /${told.number}.` }
      : { ...row, expected: withNumbers(own, shared), rest: `The rest as in step /${told.number}.` };
  });
}

/** What stands before the sentences in which both end; undefined where they end differently or begin with these sentences. */
function ownSentences(text: string, other: string): string | undefined {
  const [own, others] = [text, other].map((each) => each.split(/(?<=\.) (?=\p{Lu})/u)) as [string[], string[]];
  let same = 0;
  while (same < Math.min(own.length, others.length) && own.at(-1 - same) === others.at(-1 - same)) same += 1;
  return same === 0 || same === own.length ? undefined : own.slice(0, own.length - same).join(' ');
}

function undeclaredOf({ steps }: Case): readonly string[] {
  return steps.flatMap(({ action, expected, record }) =>
    [...`${action} ${expected} ${record}`.matchAll(UNDECLARED)].map(([, what = '']) => what.trim()),
  );
}

/** `(NOT DECLARED, U2: write the limit used)` in place of all the words. */
function withNumbers(text: string, { undeclared }: SharedWords): string {
  return text.replace(UNDECLARED, (whole, what: string, instead: string) =>
    undeclared.has(what.trim()) ? `(NOT DECLARED, ${undeclared.get(what.trim())}: ${instead.trim()})` : whole,
  );
}

/** Numbers for the sentences that at least two cases say. */
function repeated(prefix: string, lists: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const uses = new Map<string, number>();
  for (const list of lists) for (const text of new Set(list)) uses.set(text, (uses.get(text) ?? 0) + 1);
  return new Map([...uses].filter(([, number]) => number > 1).map(([text], index) => [text, `${prefix}${index + 1}`]));
}

/** `P1, P3. A sentence of its own.` */
function byNumber(sentences: readonly string[], numbers: ReadonlyMap<string, string>, none: string): string {
  if (sentences.length === 0) return notApplicable(none);
  const named = sentences.flatMap((text) => numbers.get(text) ?? []);
  const own = sentences.filter((text) => !numbers.has(text));
  return [...(named.length === 0 ? [] : [`${named.join(', ')}.`]), ...own].join(' ');
}

/** `h1:` and twelve digits; the whole hash stands in the JSON twin and, of elements, in the IQ. */
function shortHash(hash: string): string {
  return hash.slice(0, 15);
}
