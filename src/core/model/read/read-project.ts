import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Json } from '../../language/canonical.ts';
import { COLLECTION_NAMES, LANGUAGE_VERSION, PROJECT } from '../../language/collections.ts';
import type { AttributesByKind } from '../../language/collections.ts';
import { elementKey } from '../element.ts';
import type { Element } from '../element.ts';
import { makeElement } from './make-element.ts';
import type { ReadFile } from './collect-elements.ts';
import { entryPlace, rootPlace } from './place.ts';
import type { Place } from './place.ts';
import { readPart } from './read-part.ts';
import { readValue } from './read-value.ts';
import { readingInto } from './reading.ts';

const COLLECTION_KEYS: ReadonlySet<string> = new Set(COLLECTION_NAMES);

/** Reads the attributes of the project file; `extensions` are the author's own keys at the top of all files. */
export function readProject(
  source: ReadFile,
  extensions: Readonly<Record<string, Json>>,
  diagnostics: Diagnostic[],
): Element<'project'> | undefined {
  const place = projectPlace(source);
  if (place === undefined || place.node.kind !== 'mapping') return undefined;
  // What stands at the top beside the project's own keys is reported where all files are walked.
  const elsewhere = new Set(
    [...place.node.entries.keys()].filter(
      (name) => COLLECTION_KEYS.has(name) || !Object.hasOwn(PROJECT.attributes, name),
    ),
  );
  const reading = readingInto(diagnostics, 'project:project');
  const read = readPart(PROJECT, place, reading, readValue, {
    noun: 'project',
    elsewhere,
    reported: new Set(['language']),
  });
  if (read === undefined) return undefined;
  const own = Object.keys(extensions).length === 0 ? {} : { extensions };
  const attributes = Object.freeze(Object.assign(Object.create(null) as Record<string, unknown>, read, own));
  return makeElement(
    {
      kind: 'project',
      id: 'project',
      localId: 'project',
      key: elementKey('project', 'project'),
      collection: 'project',
      attributes: attributes as unknown as AttributesByKind['project'],
      written: [],
    },
    source,
  ) as Element<'project'>;
}

function projectPlace({ revision, file, reading }: ReadFile): Place | undefined {
  const { document } = reading;
  if (document === undefined) return undefined;
  const source = { revision, file, document };
  const { root, readable, text } = document;
  if (root !== undefined) return rootPlace(source, root);
  return readable ? rootPlace(source, { kind: 'mapping', entries: new Map(), start: 0, end: text.length }) : undefined;
}

/**
 * Whether the project file is written in a version of the language that this program reads. A newer one is refused as a
 * whole: its unknown words may change the meaning of the known ones.
 */
export function isLanguageKnown(source: ReadFile, diagnostics: Diagnostic[]): boolean {
  const place = projectPlace(source);
  if (place === undefined || place.node.kind !== 'mapping') return true;
  const reading = readingInto(diagnostics, undefined);
  const entry = place.node.entries.get('language');
  if (entry === undefined) {
    reading.report({
      rule: 'schema-version-unsupported',
      message: 'The project file does not say in which version of the language it is written.',
      hint: `Add the line "language: ${LANGUAGE_VERSION}".`,
      at: place,
      part: 'key',
    });
    return true;
  }
  const at = entryPlace(place, 'language', entry.key, entry.value);
  const text = entry.value.kind === 'scalar' ? entry.value.text : '';
  if (!/^\d{1,9}$/.test(text) || Number(text) === LANGUAGE_VERSION) return true;
  const newer = Number(text) > LANGUAGE_VERSION;
  reading.report({
    rule: 'schema-version-unsupported',
    message: newer
      ? `The project is made for version ${Number(text)} of the language; this program reads version ${LANGUAGE_VERSION}.`
      : `There is no version ${Number(text)} of the language.`,
    hint: newer
      ? 'Use a newer countersign. Nothing else of the project was read.'
      : `Write "language: ${LANGUAGE_VERSION}".`,
    at,
  });
  return false;
}
