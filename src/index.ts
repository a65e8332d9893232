/**
 * The public API: what other programs may call. Everything else is free to change.
 * All of it is pure: files in, facts and verdicts out; reading git and writing files is up to the caller.
 */
export type { Diagnostic, Location, Severity } from './core/diagnostics/index.ts';
export type { SourceFile, SourceRevision, RevisionIdentity } from './core/source/source-file.ts';
export type { SpecModel } from './core/model/spec-model.ts';
export type { Element, ElementKey } from './core/model/element.ts';
export type { Finding, LintFinding, ChangeClass, Risk, ComparisonClass } from './core/rules/finding.ts';
export { loadModel } from './core/model/load-model.ts';
export { languageSchema } from './core/language/json-schema.ts';
