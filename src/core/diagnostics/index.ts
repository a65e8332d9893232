export type { Diagnostic, Severity } from './diagnostic.ts';
export type { Location, Position, RevisionLabel, Span } from './location.ts';
export { compareDiagnostics, compareLocations, compareText } from './order.ts';
