import { compareDiagnostics, type Diagnostic } from '../../core/diagnostics/index.ts';
import { jsonText } from './json-text.ts';

/** Why nothing was concluded, by the published schema `invalid`: what `diff`, `impact`, `gate` and `trace` print with exit code 3. */
export function invalidJson(
  diagnostics: readonly Diagnostic[],
  which: readonly ('base' | 'head')[],
  toolVersion: string,
): string {
  return jsonText({
    formatVersion: 1,
    tool: { name: 'countersign', version: toolVersion },
    valid: false,
    which,
    diagnostics: diagnostics.toSorted(compareDiagnostics),
  });
}
