import type { Expression } from './expression.ts';
import { all, any, FALSE, not, TRUE } from './simplify.ts';

/**
 * The same expression with every denial as far inside as it goes; what is denied of a variable is said of its other values.
 * `sizes` = how many values each variable has.
 */
export function normalExpression(expression: Expression, sizes: readonly number[], denied = false): Expression {
  switch (expression.kind) {
    case 'true':
      return denied ? FALSE : TRUE;
    case 'false':
      return denied ? TRUE : FALSE;
    case 'not':
      return normalExpression(expression.of, sizes, !denied);
    case 'all':
    case 'any': {
      const parts = expression.of.map((part) => normalExpression(part, sizes, denied));
      return (expression.kind === 'all') === denied ? any(...parts) : all(...parts);
    }
    case 'in': {
      const size = sizes[expression.variable] ?? 0;
      const values = Array.from({ length: size }, (_, value) => value).filter(
        (value) => expression.values.includes(value) !== denied,
      );
      if (values.length === 0) return FALSE;
      return values.length === size ? TRUE : { kind: 'in', variable: expression.variable, values };
    }
    default:
      return denied ? not(expression) : expression;
  }
}
