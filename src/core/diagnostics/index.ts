export type { Diagnostic, Severity } from './diagnostic.ts';
export type { Location } from './location.ts';
export { compareDiagnostics } from './order.ts';
