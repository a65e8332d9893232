import type { Traceability } from '../../core/trace/traceability.ts';
import type { Paint } from '../paint.ts';
import { shown } from '../shown.ts';
import { counted } from '../words.ts';

/** Traceability for a person at a terminal: each requirement with what realises and shows it, then the gaps and the figures. */
export function traceText(trace: Traceability, paint: Paint): string {
  const forward = trace.forward.flatMap(({ requirement, elements, tests, status }) => [
    `${paint.bold(shown(requirement.id))}  ${status === 'traced' ? paint.good(status) : paint.critical(status)}  ${shown(requirement.attributes.text)}`,
    `  realised by  ${elements.map(nameOf).join(', ') || 'nothing'}`,
    `  shown by     ${testsInWords(tests.map(({ id }) => id))}`,
  ]);
  const gaps = trace.gaps.map(({ id, type, detail }) => `  ${paint.warning(type)}  ${shown(id)}  ${shown(detail)}`);
  const coverage = trace.coverage.map(({ what, covered, of }) => `  ${covered} of ${of} ${what}`);
  const related =
    trace.forward.length === 0
      ? trace.backward.map(({ test, element }) => `${shown(test.id)}  ${element === undefined ? '' : nameOf(element)}`)
      : [];
  return [
    ...forward,
    ...related,
    '',
    paint.bold(counted(trace.gaps.length, 'gap')),
    ...gaps,
    '',
    paint.bold('Coverage (declared, nothing here was executed)'),
    ...coverage,
    '',
  ].join('\n');
}

function nameOf(key: string): string {
  return shown(key.slice(key.indexOf(':') + 1));
}

const SHOWN_TESTS = 8;

function testsInWords(ids: readonly string[]): string {
  if (ids.length === 0) return 'nothing';
  const first = ids.slice(0, SHOWN_TESTS).map(shown).join(', ');
  return ids.length > SHOWN_TESTS ? `${first} and ${ids.length - SHOWN_TESTS} more` : first;
}
