import type { Action } from '../../explore/plant/composed-plant.ts';
import type { Expression } from '../../explore/plant/expression.ts';
import { all, any, FALSE, not, TRUE } from '../../explore/plant/simplify.ts';

/** What a step makes of variables. */
export type Effects = readonly Extract<Action, { readonly kind: 'set' | 'copy' }>[];

/** The expression as it is right after these effects, said of the state before them; messages count as they were. */
export function after(expression: Expression, effects: Effects): Expression {
  switch (expression.kind) {
    case 'all':
      return all(...expression.of.map((part) => after(part, effects)));
    case 'any':
      return any(...expression.of.map((part) => after(part, effects)));
    case 'not':
      return not(after(expression.of, effects));
    case 'in': {
      const effect = effects.find(({ variable }) => variable === expression.variable);
      if (effect === undefined) return expression;
      if (effect.kind === 'set') return expression.values.includes(effect.value) ? TRUE : FALSE;
      const values = effect.map.flatMap((kept, value) => (expression.values.includes(kept) ? [value] : []));
      return values.length === 0 ? FALSE : { kind: 'in', variable: effect.source, values };
    }
    default:
      return expression;
  }
}
