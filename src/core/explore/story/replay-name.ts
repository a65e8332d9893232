import { compareText } from '../../diagnostics/order.ts';
import type { Step } from '../plant/composed-plant.ts';

/** Between the codes of which any may be entered, since nothing in the plant tells them apart. */
const OR = ' or ';

/**
 * What a trace calls a step, so that another revision finds it again: its name, with the values that are entered in it where
 * there are any: `NCR.T03 by people on ncr 1 {ncr.disposition: REWORK or SORT}`.
 */
export function replayName(step: Pick<Step, 'name' | 'fills'>): string {
  const entered = Object.entries(step.fills ?? {}).toSorted(([a], [b]) => compareText(a, b));
  if (entered.length === 0) return step.name;
  return `${step.name} {${entered.map(([field, codes]) => `${field}: ${codes}`).join(', ')}}`;
}

/** A name as a trace has it, taken apart. */
export interface ReplayedName {
  readonly name: string;
  /** Field → codes of which any may be entered. */
  readonly entered: ReadonlyMap<string, readonly string[]>;
}

export function readReplayName(text: string): ReplayedName {
  const [, name = text, fills] = /^(.*?)(?: \{(.*)\})?$/su.exec(text) ?? [];
  const entered = (fills?.split(', ') ?? []).map((pair): [string, readonly string[]] => {
    const colon = pair.indexOf(': ');
    return [pair.slice(0, colon), codesOf(pair.slice(colon + 2))];
  });
  return { name, entered: new Map(entered) };
}

/**
 * Whether this step can be the one that is named. Which codes the plant tells apart may differ between revisions: one code that
 * both allow is enough, and a field that one of them does not follow does not count.
 */
export function isNamed(step: Pick<Step, 'name' | 'fills'>, { name, entered }: ReplayedName): boolean {
  if (step.name !== name) return false;
  return Object.entries(step.fills ?? {}).every(([field, label]) => {
    const wanted = entered.get(field);
    return wanted === undefined || codesOf(label).some((code) => wanted.includes(code));
  });
}

/** The codes that a label of the plant stands for: `REPAIR or USE_AS_IS`. */
export function codesOf(label: string): readonly string[] {
  return label.split(OR);
}
