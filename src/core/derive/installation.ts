import type { Element, ElementKey } from '../model/element.ts';
import type { DerivationContext } from './derivation-context.ts';
import type { Exclusion, InstallationCheck, ObligationType } from './test-case.ts';

/** An installation check before it has an id, its requirements and the hash of its element. */
export interface InstallationCheckDraft extends Omit<InstallationCheck, 'id' | 'requirements' | 'elementHash'> {
  /** Id of the element as it is printed in the id of the check: `BUS.PROD`. */
  readonly elementId: string;
}

/** What one rule of an IQ protocol derives. */
export interface InstallationDrafts {
  readonly checks: readonly InstallationCheckDraft[];
  readonly exclusions: readonly Exclusion[];
}

/** A place in which something is installed: a declared environment, or a system that declares none. */
export interface Installation {
  readonly system: Element<'system'>;
  readonly environment: Element<'environment'> | undefined;
  /** Name of the environment, as printed. */
  readonly name: string;
  /** The element that says what must be found: the environment, else the system. */
  readonly key: ElementKey;
  readonly id: string;
}

export const NO_ENVIRONMENT = 'not declared';

/** Every installation, by system and environment. */
export function installations(context: DerivationContext): readonly Installation[] {
  return context.model.ofKind('system').flatMap((system) => installationsOf(system, context));
}

export function installationsOf(system: Element<'system'>, context: DerivationContext): readonly Installation[] {
  const environments = context.model.partsOf(system, 'environment');
  if (environments.length === 0)
    return [{ system, environment: undefined, name: NO_ENVIRONMENT, key: system.key, id: system.id }];
  return environments.map((environment) => ({
    system,
    environment,
    name: environment.localId,
    key: environment.key,
    id: environment.id,
  }));
}

/** A row about an installation itself. */
export function installationRow(
  type: ObligationType,
  { system, name, key, id }: Installation,
  attribute: string,
  expected: string | undefined,
  method: string,
): InstallationCheckDraft {
  return withExpected(
    {
      type,
      element: key,
      elementId: id,
      environment: name,
      item: `${system.id} ${name === NO_ENVIRONMENT ? '(no environment declared)' : name}`,
      attribute,
      method,
      semanticKey: `${type}|${id}|${attribute}`,
    },
    expected,
  );
}

/** A row about an element as it is installed somewhere: a map, an interface, a record. */
export function elementRow(
  type: ObligationType,
  element: Element,
  { system, name, id }: Installation,
  attribute: string,
  expected: string | undefined,
  method: string,
): InstallationCheckDraft {
  return withExpected(
    {
      type,
      element: element.key,
      elementId: element.id,
      environment: name,
      item: `${element.id} in ${system.id}${name === NO_ENVIRONMENT ? ' (no environment declared)' : ` ${name}`}`,
      attribute,
      method,
      semanticKey: `${type}|${element.key}|${id}|${attribute}`,
    },
    expected,
  );
}

function withExpected(row: InstallationCheckDraft, expected: string | undefined): InstallationCheckDraft {
  return expected === undefined ? row : { ...row, expected };
}
