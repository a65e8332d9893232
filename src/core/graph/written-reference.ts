import type { ReferenceTarget } from '../language/shape.ts';
import type { Element } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';

export type Path = readonly (string | number)[];

/** A name of another element as an author wrote it. */
export interface WrittenReference {
  readonly kind: 'reference';
  /** As written. */
  readonly name: string;
  /** What it stands for, where that is more than its text: the state `Open` of NCR is `NCR.Open`. */
  readonly meaning: string;
  readonly targets: readonly ReferenceTarget[];
  /** Words that may stand in place of a name and mean no element. */
  readonly words: readonly string[];
  /** `must` name something; `should`, where what is gone may be named, too; `may`, where free text may stand. */
  readonly strictness: 'must' | 'should' | 'may';
  readonly path: Path;
  readonly part: 'key' | 'value';
  /** Attribute path without list positions, joined with dots. */
  readonly attribute: string;
}

/** A name that is kept outside the model: a clause of the catalogue, a line of the package. */
export interface CataloguedName {
  readonly kind: 'clause' | 'line';
  readonly name: string;
  readonly path: Path;
  readonly part: 'key' | 'value';
}

/** Structured content that does not say what it should; found while its names were read. */
export interface ContentProblem {
  readonly kind: 'problem';
  readonly message: string;
  readonly hint?: string;
  readonly path: Path;
  readonly part: 'key' | 'value';
}

/** What the walk needs to know besides the value: whose it is, and what the model holds. */
export interface Walk {
  readonly element: Element;
  readonly model: SpecModel;
}

export type Written = WrittenReference | CataloguedName | ContentProblem;

/** A reference at `path`; what is not said is plain: it must name something, and the name is the value. */
export function reference(
  name: string,
  targets: readonly ReferenceTarget[],
  path: Path,
  how: Partial<Pick<WrittenReference, 'meaning' | 'words' | 'strictness' | 'part' | 'attribute'>> = {},
): WrittenReference {
  return {
    kind: 'reference',
    name,
    meaning: how.meaning ?? name,
    targets,
    words: how.words ?? NO_WORDS,
    strictness: how.strictness ?? 'must',
    path,
    part: how.part ?? 'value',
    attribute: how.attribute ?? attributeOf(path),
  };
}

const NO_WORDS: readonly never[] = Object.freeze([]);

/** Attribute path without positions in lists. */
export function attributeOf(path: Path): string {
  const [first] = path;
  // Mostly one name, and a position in a list: the name itself, and no copy of it for each reference of a large project.
  return typeof first === 'string' && path.every((step, index) => index === 0 || typeof step === 'number')
    ? first
    : path.filter((step) => typeof step === 'string').join('.');
}
