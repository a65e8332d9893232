import type { Expression } from './expression.ts';

/** Always true. */
export const TRUE: Expression = { kind: 'true' };
/** Never true. */
export const FALSE: Expression = { kind: 'false' };

/** What has to be known of a state to judge an expression: a value for each variable, the messages of each channel. */
export interface ReadableState {
  readonly values: readonly number[];
  readonly channels: readonly (readonly number[])[];
}

/** All of these, flat; without parts always true. */
export function all(...parts: readonly Expression[]): Expression {
  return joined('all', parts);
}

/** One of these, flat; without parts never true. */
export function any(...parts: readonly Expression[]): Expression {
  return joined('any', parts);
}

/** The opposite. */
export function not(expression: Expression): Expression {
  switch (expression.kind) {
    case 'true':
      return FALSE;
    case 'false':
      return TRUE;
    case 'not':
      return expression.of;
    default:
      return { kind: 'not', of: expression };
  }
}

/** A stable text: equal expressions have equal texts. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'true':
    case 'false':
      return expression.kind;
    case 'not':
      return `!${expressionText(expression.of)}`;
    case 'all':
    case 'any':
      return `${expression.kind}(${expression.of.map(expressionText).join(',')})`;
    case 'in':
      return `v${expression.variable}:${expression.values.join('.')}`;
    case 'at':
      return `c${expression.channel}@${expression.position}:${expression.messages.join('.')}`;
    case 'waiting':
      return `w${expression.channel}:${expression.messages?.join('.') ?? '*'}`;
    case 'free':
      return `f${expression.atom}`;
  }
}

/** The atoms that the search cannot know, each once, sorted. */
export function freeAtomsOf(expression: Expression): readonly number[] {
  const found = new Set<number>();
  const look = (part: Expression): void => {
    if (part.kind === 'free') found.add(part.atom);
    else if (part.kind === 'not') look(part.of);
    else if (part.kind === 'all' || part.kind === 'any') part.of.forEach(look);
  };
  look(expression);
  return [...found].sort((a, b) => a - b);
}

/**
 * True in a state exactly where some choice of the free atoms makes the expression true there. Atoms that stand on one side
 * only are chosen for it; the others are tried both ways (Shannon expansion), part by part where parts share none of them.
 */
export function withoutAtoms(expression: Expression): Expression {
  const atoms = freeAtomsOf(expression);
  if (atoms.length === 0) return expression;
  if (expression.kind === 'any') return any(...expression.of.map(withoutAtoms));
  const signs = signsOf(expression);
  const [oneSided] = atoms.filter((atom) => signs.get(atom) !== 'both');
  if (oneSided !== undefined) {
    let chosen = expression;
    for (const atom of atoms) {
      const sign = signs.get(atom);
      if (sign !== 'both') chosen = fixed(chosen, atom, sign === 'plain');
    }
    return withoutAtoms(chosen);
  }
  if (expression.kind === 'all') {
    const groups = independent(expression.of);
    if (groups.length > 1) return all(...groups.map((group) => withoutAtoms(all(...group))));
  }
  const atom = atoms[0] ?? 0;
  return any(withoutAtoms(fixed(expression, atom, true)), withoutAtoms(fixed(expression, atom, false)));
}

/** The expression when this atom is so. */
export function fixed(expression: Expression, atom: number, value: boolean): Expression {
  switch (expression.kind) {
    case 'free':
      return expression.atom === atom ? (value ? TRUE : FALSE) : expression;
    case 'not':
      return not(fixed(expression.of, atom, value));
    case 'all':
      return all(...expression.of.map((part) => fixed(part, atom, value)));
    case 'any':
      return any(...expression.of.map((part) => fixed(part, atom, value)));
    default:
      return expression;
  }
}

/** Whether it is true in this state with this choice of the free atoms (absent = false). */
export function holds(expression: Expression, state: ReadableState, choice?: ReadonlyMap<number, boolean>): boolean {
  switch (expression.kind) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'all':
      return expression.of.every((part) => holds(part, state, choice));
    case 'any':
      return expression.of.some((part) => holds(part, state, choice));
    case 'not':
      return !holds(expression.of, state, choice);
    case 'in':
      return expression.values.includes(state.values[expression.variable] ?? -1);
    case 'at': {
      const message = state.channels[expression.channel]?.[expression.position];
      return message !== undefined && expression.messages.includes(message);
    }
    case 'waiting': {
      const waiting = state.channels[expression.channel] ?? [];
      const { messages } = expression;
      return messages === undefined ? waiting.length > 0 : waiting.some((message) => messages.includes(message));
    }
    case 'free':
      return choice?.get(expression.atom) === true;
  }
}

function joined(kind: 'all' | 'any', parts: readonly Expression[]): Expression {
  const neutral = kind === 'all' ? 'true' : 'false';
  const deciding = kind === 'all' ? FALSE : TRUE;
  const flat = new Map<string, Expression>();
  const pending = [...parts];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    if (next.kind === kind) pending.unshift(...next.of);
    else if (next.kind === deciding.kind) return deciding;
    else if (next.kind !== neutral) flat.set(expressionText(next), next);
  }
  for (const [text, part] of flat) {
    const opposite = part.kind === 'not' ? expressionText(part.of) : `!${text}`;
    if (flat.has(opposite)) return deciding;
  }
  const of = inOneRange(kind, [...flat.values()]);
  if (of === undefined) return deciding;
  const [only] = of;
  if (only === undefined) return kind === 'all' ? TRUE : FALSE;
  return of.length === 1 ? only : { kind, of };
}

/** Several statements about one variable become one; undefined where together they decide the whole. */
function inOneRange(kind: 'all' | 'any', parts: readonly Expression[]): readonly Expression[] | undefined {
  const ranges = new Map<number, readonly number[]>();
  let merged = false;
  for (const part of parts) {
    if (part.kind !== 'in') continue;
    const known = ranges.get(part.variable);
    if (known === undefined) {
      ranges.set(part.variable, part.values);
      continue;
    }
    merged = true;
    const values =
      kind === 'all'
        ? known.filter((value) => part.values.includes(value))
        : [...new Set([...known, ...part.values])].sort((a, b) => a - b);
    ranges.set(part.variable, values);
  }
  if (!merged) return parts;
  if (kind === 'all' && [...ranges.values()].some((values) => values.length === 0)) return undefined;
  const written = new Set<number>();
  return parts.flatMap((part): readonly Expression[] => {
    if (part.kind !== 'in') return [part];
    if (written.has(part.variable)) return [];
    written.add(part.variable);
    return [{ ...part, values: ranges.get(part.variable) ?? part.values }];
  });
}

type Sign = 'plain' | 'denied' | 'both';

function signsOf(expression: Expression): ReadonlyMap<number, Sign> {
  const signs = new Map<number, Sign>();
  const look = (part: Expression, plain: boolean): void => {
    if (part.kind === 'free') {
      const sign = plain ? 'plain' : 'denied';
      signs.set(part.atom, (signs.get(part.atom) ?? sign) === sign ? sign : 'both');
    } else if (part.kind === 'not') look(part.of, !plain);
    else if (part.kind === 'all' || part.kind === 'any') part.of.forEach((one) => look(one, plain));
  };
  look(expression, true);
  return signs;
}

/** Parts that share no free atom stand in different groups. */
function independent(parts: readonly Expression[]): readonly (readonly Expression[])[] {
  let groups: { atoms: Set<number>; of: Expression[] }[] = [];
  for (const part of parts) {
    const joinedGroup = { atoms: new Set(freeAtomsOf(part)), of: [part] };
    const apart: typeof groups = [];
    for (const group of groups) {
      if ([...joinedGroup.atoms].some((atom) => group.atoms.has(atom))) {
        group.atoms.forEach((atom) => joinedGroup.atoms.add(atom));
        joinedGroup.of.unshift(...group.of);
      } else apart.push(group);
    }
    groups = [...apart, joinedGroup];
  }
  return groups.map(({ of }) => of);
}
