import { optional, prose, reference, set, text, words } from '../shape.ts';

/** What every entry of a collection may carry. */
export const commonAttributes = {
  title: optional(prose(), 'Display name, printed beside the id; nothing is ever matched by it.'),
  description: optional(prose(), 'Explanation for readers; it carries no rule.'),
  rationale: optional(
    text(),
    'Why it is so: the stance taken, the justification of an automated decision or of a lossy step.',
  ),
  refs: optional(
    set(text()),
    'Ids of the clauses of regulations and standards that ask for it, from the clause catalogue.',
  ),
  satisfies: optional(
    set(reference('requirements')),
    'Requirements that it helps to fulfil; the same link as satisfiedBy on the requirement, and either side will do.',
  ),
  status: optional(
    words('draft', 'effective', 'retired'),
    'Whether it is in force: a draft is reported but not gated, a retired element only keeps its id.',
    'effective',
  ),
  owner: optional(reference('roles', 'departments'), 'The role or department that answers for it.'),
  lines: optional(set(text()), 'Product lines of the package for which it holds.', 'all lines'),
  formerIds: optional(
    set(text()),
    'Ids that it had before, local or qualified: the only way to say that something was renamed.',
  ),
  consumers: optional(words('none'), 'Said on purpose: nothing else uses it, so that it is not reported as orphaned.'),
} as const;
