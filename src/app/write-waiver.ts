import { usageFailure } from '../core/diagnostics/failure.ts';
import type { Finding, LintFinding } from '../core/rules/finding.ts';
import { freeWaiverId, waiverStub } from '../core/rules/waiver-stub.ts';
import { addEntry, holdsCollection, writtenEntries } from '../core/source/add-entry.ts';
import { decodeSpecText } from '../core/source/decode.ts';
import { matchesPattern } from '../core/source/file-patterns.ts';
import { PROJECT_FILE, readProjectHeader } from '../core/source/project-header.ts';
import type { SourceRevision } from '../core/source/source-file.ts';
import type { Comparison } from './compare-revisions.ts';
import type { Workbench } from './compose.ts';

/** A waiver stub, and the file that it belongs into. */
export interface WaiverPlan {
  readonly id: string;
  readonly lines: readonly string[];
  /** Below the project folder, with `/`. */
  readonly file: string;
  readonly text: string;
}

const COLLECTION = 'waivers';
const NEW_FILE = 'specs/waivers.yaml';

/**
 * A waiver stub for a finding, and the text of the file with it: the one that holds the waivers, or the one that is asked for.
 * Throws a usage `Failure` for a finding that a waiver names already, and where the file cannot be told or not be extended.
 */
export async function planWaiver(
  workbench: Workbench,
  comparison: Comparison,
  finding: Finding | LintFinding,
  asked: string | undefined,
): Promise<WaiverPlan> {
  const { revision } = await workbench.revisions.readOne(undefined, 'head');
  const texts = textsOf(revision);
  const written = [...texts.values()].flatMap((text) => [...writtenEntries(text, COLLECTION)]);
  const there = written.find(([, waiver]) => fingerprintIn(waiver) === finding.fingerprint);
  if (there !== undefined) {
    throw usageFailure(
      'waiver-there',
      `Waiver ${there[0]} names this finding already.`,
      'Fill in what is missing there; a decision that has expired is taken again under a new id, and the old one taken out.',
    );
  }
  const { base, head } = comparison;
  const known = [...base.model.ofKind('waiver'), ...head.model.ofKind('waiver')].map(({ id }) => id);
  const retired = Object.keys(head.model.project?.attributes.retired ?? {});
  const id = freeWaiverId([...written.map(([name]) => name), ...known], new Set(retired));
  const lines = waiverStub({
    finding,
    id,
    policy: base.model.project === undefined ? head.model : base.model,
    models: [head.model, base.model],
    asOf: workbench.analysis.asOf,
  });
  const file = fileFor(texts, revision, asked);
  const text = addEntry(texts.get(file) ?? '', COLLECTION, lines);
  if (text === undefined) {
    throw usageFailure(
      'waiver-file-not-extended',
      `${file} cannot be extended without touching what stands in it.`,
      'Name another file with --file, or print the stub with --print.',
    );
  }
  return { id, lines, file, text };
}

function fileFor(texts: ReadonlyMap<string, string>, revision: SourceRevision, asked: string | undefined): string {
  const holding = [...texts].filter(([, text]) => holdsCollection(text, COLLECTION)).map(([file]) => file);
  const [only, ...others] = holding;
  if (asked === undefined && others.length > 0) {
    throw usageFailure(
      'waiver-file-ambiguous',
      `${holding.length} files hold waivers: ${holding.join(', ')}.`,
      'Say into which one: --file FILE.',
    );
  }
  const file = asked ?? only ?? NEW_FILE;
  const project = revision.files.find((one) => one.file === PROJECT_FILE);
  const patterns = project === undefined ? [] : readProjectHeader(project).patterns;
  const plain = !file.split('/').some((name) => name === '' || name === '.' || name === '..');
  if (plain && patterns.some((pattern) => matchesPattern(pattern, file))) return file;
  throw usageFailure(
    'waiver-file-not-read',
    `${file} is no spec file of this project.`,
    'Name one below the project folder that `files` of the project file covers: --file specs/waivers.yaml.',
  );
}

function textsOf(revision: SourceRevision): ReadonlyMap<string, string> {
  return new Map(
    revision.files.flatMap((source) => {
      const { text, diagnostics } = decodeSpecText(source.bytes, 'head', source.file);
      return source.file === PROJECT_FILE || diagnostics.length > 0 ? [] : [[source.file, text] as const];
    }),
  );
}

function fingerprintIn(waiver: unknown): unknown {
  return waiver !== null && typeof waiver === 'object' && 'finding' in waiver ? waiver.finding : undefined;
}
