import { compareText } from '../diagnostics/order.ts';
import type { Element } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { Risk } from './finding.ts';

/** Fewest distinct persons for a waiver of a finding of risk C; `gate.minimumApprovals` can ask for more, never for fewer. */
export const MINIMUM_APPROVALS = 2;

const METHOD_FUNCTIONS: readonly string[] = ['OPS', 'QA', 'IT'];
const QUALITY = 'QA';

/** What a finding asks of those who accept it. */
export interface AskedApprovals {
  /** Functions that must decide, each by a person of its own. */
  readonly functions: readonly string[];
  readonly risk?: Risk | undefined;
}

/** What is wrong with the approvals of a waiver, as the rest of a sentence, and what to do about it. */
export interface ApprovalDefect {
  readonly path: readonly string[];
  readonly problem: string;
  readonly hint: string;
}

export type Approval = NonNullable<Element<'waiver'>['attributes']['approved']>[number];

/** Functions that may decide: `OPS`, `QA`, `IT`, and those to which the project file of `policy` gives somebody. */
export function functionsOf(policy: SpecModel): ReadonlySet<string> {
  return new Set([...METHOD_FUNCTIONS, ...Object.keys(policy.project?.attributes.approvers ?? {})]);
}

/** Approvals that count: by a named person other than the one who asked, for a function of the policy, by the day of judgement. */
export function countedApprovals(waiver: Element<'waiver'>, policy: SpecModel, asOf: string): readonly Approval[] {
  const functions = functionsOf(policy);
  return independent(waiver, asOf).filter((approval) => functions.has(approval.function));
}

/** What keeps the approvals of a waiver from being a decision about a finding that asks for `asked`; the worst first. */
export function approvalDefects(
  waiver: Element<'waiver'>,
  policy: SpecModel,
  asOf: string,
  asked: AskedApprovals,
): readonly ApprovalDefect[] {
  const { approved = [], requestedBy } = waiver.attributes;
  const path = approved.length === 0 ? [] : ['approved'];
  const functions = functionsOf(policy);
  const defects: ApprovalDefect[] = [];
  const unknown = [...new Set(approved.map((approval) => approval.function))].filter((name) => !functions.has(name));
  if (unknown.length > 0) {
    defects.push({
      path: ['approved'],
      problem: `${unknown.map((name) => `“${name}”`).join(', ')} ${unknown.length === 1 ? 'is no function' : 'are no functions'} of this project`,
      hint: `Functions that may approve: ${[...functions].join(', ')}. Others are named under \`approvers\` of the project file, as base holds it.`,
    });
  }
  const counted = countedApprovals(waiver, policy, asOf);
  if (counted.length === 0) {
    if (unknown.length === 0) defects.push({ path, problem: whyNone(waiver, asOf), hint: NOBODY });
  } else defects.push(...shortOf(counted, policy, asked).map((defect) => ({ path, ...defect })));
  if (personOf(requestedBy ?? '') === '') {
    defects.push({
      path: [],
      problem: 'it does not say who asked for it',
      hint: 'Name who asks for it: `requestedBy: …`; that person does not count among those who approve it.',
    });
  }
  return defects;
}

/**
 * Who a name stands for: names differ in writing, not in case, blanks, width or characters that nobody sees (Unicode NFKC, format
 * and ignorable characters removed, full case folding). An empty text is nobody.
 */
export function personOf(name: string): string {
  const seen = name.normalize('NFKC').replace(/[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}\s\u2800]/gu, '');
  return seen.toUpperCase().toLowerCase().normalize('NFKC');
}

const NOBODY =
  'A person other than the one who asks for it must approve it: `approved: [{function: QA, name: …, date: …, ref: …}]`.';

function whyNone(waiver: Element<'waiver'>, asOf: string): string {
  const { approved = [], requestedBy = '' } = waiver.attributes;
  if (approved.length === 0) return 'nobody has approved it';
  const requester = personOf(requestedBy);
  return approved.every(({ name }) => personOf(name) === requester)
    ? `${requestedBy} asked for it and approved it`
    : `no approval by somebody else is dated ${asOf} or earlier`;
}

/** Approvals by persons other than the one who asked for it, given by the day of judgement. */
function independent(waiver: Element<'waiver'>, asOf: string): readonly Approval[] {
  const { approved = [], requestedBy = '' } = waiver.attributes;
  const requester = personOf(requestedBy);
  return approved.filter(({ name, date }) => {
    const person = personOf(name);
    return compareText(date, asOf) <= 0 && person !== '' && person !== requester;
  });
}

/** What the counted approvals do not reach: persons, functions, a person of its own for each function. */
function shortOf(
  counted: readonly Approval[],
  policy: SpecModel,
  { functions, risk }: AskedApprovals,
): readonly Omit<ApprovalDefect, 'path'>[] {
  const critical = risk === 'C';
  const needed = [...new Set(critical ? [...functions, QUALITY] : functions)];
  const defects: Omit<ApprovalDefect, 'path'>[] = [];
  const persons = new Set(counted.map(({ name }) => personOf(name))).size;
  const fewest = critical ? Math.max(MINIMUM_APPROVALS, policy.project?.attributes.gate?.minimumApprovals ?? 0) : 1;
  if (persons < fewest) {
    defects.push({
      problem: `a finding of risk C needs ${fewest} different approvers, and it has ${persons}`,
      hint: 'Let further persons decide.',
    });
  }
  const missing = needed.filter((name) => !counted.some((approval) => approval.function === name));
  if (missing.length > 0) {
    defects.push({
      problem: `the finding asks for ${needed.join(', ')}, and nobody has approved it for ${missing.join(', ')}`,
      hint: `Let a person of ${missing.join(' and of ')} decide.`,
    });
  }
  const anotherFunction = counted.filter((approval) => approval.function !== QUALITY);
  if (critical && needed.length === 1 && anotherFunction.length === 0) {
    defects.push({
      problem: 'a finding of risk C needs the approval of one more function besides QA',
      hint: 'Let a person of another function decide as well: OPS or IT.',
    });
  }
  if (defects.length > 0) return defects;
  const seats = needed.map((name) => personsOf(counted.filter((approval) => approval.function === name)));
  if (critical && needed.length === 1) seats.push(personsOf(anotherFunction));
  if (seatsAreFilled(seats)) return [];
  return [
    {
      problem: `${needed.join(' and ')} must decide by different persons, and they do not`,
      hint: 'Nobody decides for two functions: let a person of each of them approve it.',
    },
  ];
}

function personsOf(approvals: readonly Approval[]): ReadonlySet<string> {
  return new Set(approvals.map(({ name }) => personOf(name)));
}

/** Whether every seat can have a person of its own (augmenting paths in a bipartite graph). */
function seatsAreFilled(seats: readonly ReadonlySet<string>[]): boolean {
  const holds = new Map<string, number>();
  const fill = (seat: number, asked: Set<string>): boolean => {
    for (const person of seats[seat] ?? []) {
      if (asked.has(person)) continue;
      asked.add(person);
      const other = holds.get(person);
      if (other !== undefined && !fill(other, asked)) continue;
      holds.set(person, seat);
      return true;
    }
    return false;
  };
  return seats.every((_, seat) => fill(seat, new Set()));
}
