import type { Location } from '../../core/diagnostics/location.ts';
import { shown } from '../shown.ts';

/** `specs/maps.yaml:3:5`, as editors and terminals understand it. */
export function place(at: Location): string {
  return `${shown(at.file)}:${at.span.start.line}:${at.span.start.column}`;
}
