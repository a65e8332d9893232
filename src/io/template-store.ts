import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareText } from '../core/diagnostics/order.ts';
import { environmentFailure } from '../core/diagnostics/failure.ts';

/** The templates of the installed package, as texts by name. */
export interface TemplateStore {
  /** `templates/<name>.md.hbs`. */
  readonly documents: ReadonlyMap<string, string>;
  /** `templates/partials/<name>.hbs`. */
  readonly partials: ReadonlyMap<string, string>;
}

const DOCUMENT = '.md.hbs';
const PARTIAL = '.hbs';

/** Reads all templates at once; `folder` is the one of the installed package unless another is given. */
export function readTemplateStore(folder: string = packageTemplates()): TemplateStore {
  return { documents: readFolder(folder, DOCUMENT), partials: readFolder(join(folder, 'partials'), PARTIAL) };
}

/** Both the sources and the build lie two folders below the package. */
function packageTemplates(): string {
  return fileURLToPath(new URL('../../templates/', import.meta.url));
}

function readFolder(folder: string, ending: string): ReadonlyMap<string, string> {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    throw environmentFailure(
      'templates-missing',
      `The templates of the package cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      'Install the package again.',
    );
  }
  const texts = new Map<string, string>();
  for (const name of names.filter((each) => each.endsWith(ending)).sort(compareText)) {
    const bytes = readFileSync(join(folder, name));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    texts.set(name.slice(0, -ending.length), text.replaceAll('\r\n', '\n'));
  }
  return texts;
}
