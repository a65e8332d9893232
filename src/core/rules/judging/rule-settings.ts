import type { Change } from '../../diff/delta.ts';
import { isObject } from '../../diff/comparable.ts';
import type { Json } from '../../language/canonical.ts';
import type { AttributeClaim, ChangeContext, Verdict } from '../change-rule.ts';
import { items, without } from './values.ts';
import { listed, named, shift } from './wording.ts';

/** Where the project grades rules differently, and says what is read at all. */
export const SETTING_CLAIMS: readonly AttributeClaim[] = [
  {
    kinds: ['project'],
    paths: ['profile', 'files', 'rules.*', 'rules.*.severity', 'rules.*.class', 'rules.*.risk', 'rules.*.reason'],
  },
];

/** From the mildest grade to the gravest. */
const SCALES = {
  severity: ['ignore', 'info', 'warning', 'error'],
  class: ['editorial', 'compatible', 'risky', 'breaking'],
  risk: ['L', 'M', 'H', 'C'],
} as const;
type Aspect = keyof typeof SCALES;
const ASPECTS: readonly Aspect[] = ['severity', 'class', 'risk'];

const PROFILES: readonly string[] = ['sketch', 'project', 'gxp'];
/** What is read where the project does not say so. */
const ALL_FILES: readonly string[] = ['specs/**/*.yaml'];

/** What happened to the setting of a rule: it finds nothing any more, it weighs less, it weighs more, or is only justified otherwise. */
export type SettingMove = 'off' | 'lowered' | 'raised';

/** How a setting moved a rule, against its own grade where the project said, or says, nothing. */
export function settingVerdict(change: Change, context: ChangeContext, move: SettingMove): readonly Verdict[] {
  const { after, path, from, to } = change;
  const [block, id = '', attribute] = path;
  const what = shift(`${named(after)}, ${path.join('.')}`, from, to);
  if (block === 'files') return move === 'off' ? filesVerdict(change) : [];
  if (block === 'profile') {
    const [was, is] = [from, to].map((profile) => PROFILES.indexOf(typeof profile === 'string' ? profile : 'gxp'));
    return move === ((is ?? 0) < (was ?? 0) ? 'lowered' : 'raised') ? [{ what }] : [];
  }
  if (attribute === 'reason') return move === 'lowered' ? [{ what }] : [];
  const aspects = ASPECTS.filter((aspect) => attribute === undefined || aspect === attribute);
  const moves = aspects.flatMap((aspect) => {
    const [was, is] = [from, to].map((value) => (attribute === undefined ? entry(value, aspect) : value));
    const own = ownGradeOf(id, aspect, context);
    return moveOf(aspect, was ?? own, is ?? own);
  });
  return moves.includes(move) ? [{ what }] : [];
}

/** An editorial rule is known, and has no risk. */
function ownGradeOf(id: string, aspect: Aspect, { ownGrade }: ChangeContext): string | undefined {
  const own = ownGrade(id);
  return own === undefined ? undefined : (own[aspect] ?? 'none');
}

function entry(setting: Json | undefined, aspect: Aspect): Json | undefined {
  return isObject(setting) ? setting[aspect] : undefined;
}

/** A grade that is not known, of a rule that this version does not have, counts as the gravest. */
function moveOf(aspect: Aspect, from: Json | undefined, to: Json | undefined): readonly SettingMove[] {
  if (from === to) return [];
  const scale: readonly string[] = SCALES[aspect];
  const [was, is] = [from, to].map((grade) => (typeof grade === 'string' ? scale.indexOf(grade) : scale.length));
  if (was === undefined || is === undefined || was === is) return [];
  if (is > was) return ['raised'];
  return to === 'ignore' ? ['off'] : ['lowered'];
}

/** Files that are no longer read hold nothing that any rule could find. */
function filesVerdict({ after, from, to }: Change): readonly Verdict[] {
  const [was, is] = [from, to].map((files) => (files === undefined ? ALL_FILES : items(files))) as [
    readonly string[],
    readonly string[],
  ];
  const lost = without(was, is);
  if (lost.length === 0) return [];
  return [
    { what: `${named(after)}: files that match ${listed(lost)} are read only where another pattern names them.` },
  ];
}

/** Whether every pattern of files is still there: what was read is read, and perhaps more. */
export function readsMore({ from, to }: Change): boolean {
  const [was, is] = [from, to].map((files) => (files === undefined ? ALL_FILES : items(files))) as [
    readonly string[],
    readonly string[],
  ];
  return without(was, is).length === 0;
}
