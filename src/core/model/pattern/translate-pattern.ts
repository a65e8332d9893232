import type { PatternDialect } from './dialect.ts';

/** Thrown inside the translation: the expression says something that is not translated. */
class NotTranslated extends Error {}

/** The same set of values in the notation of ECMA-262 with flag `v`, or why it cannot be said. */
export type Translation = { readonly source: string } | { readonly reason: string };

/** Writes a regular expression of a dialect in ECMA-262; what it is not sure to mean is not translated. */
export function translatePattern(regex: string, dialect: PatternDialect): Translation {
  try {
    return { source: new Translator(regex, dialect).translate() };
  } catch (error) {
    if (error instanceof NotTranslated) return { reason: error.message };
    throw error;
  }
}

const CONTROL: Readonly<Record<string, string>> = { n: '\\n', r: '\\r', t: '\\t' };
/** Characters that XML Schema and XPath let an author escape. */
const NEED_ESCAPE = '\\|.?*+(){}-[]^$';
const CATEGORY = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/u;
const NESTING_LIMIT = 100;
const REPEAT_LIMIT = 1000;

/** Reads one expression from left to right, once. */
class Translator {
  private readonly characters: readonly string[];
  private readonly dialect: PatternDialect;
  private at = 0;
  private depth = 0;

  constructor(regex: string, dialect: PatternDialect) {
    this.characters = [...regex];
    this.dialect = dialect;
  }

  translate(): string {
    const source = this.alternatives();
    if (this.at < this.characters.length) throw this.unknown(`“${this.peek()}” without its opening`);
    return source;
  }

  private alternatives(): string {
    this.depth += 1;
    if (this.depth > NESTING_LIMIT) throw new NotTranslated(`its groups are nested more than ${NESTING_LIMIT} deep`);
    let source = '';
    while (this.at < this.characters.length && this.peek() !== ')') {
      source += this.peek() === '|' ? this.take() : this.piece();
    }
    this.depth -= 1;
    return source;
  }

  private piece(): string {
    const atom = this.atom();
    return `${atom}${this.quantifier()}`;
  }

  private atom(): string {
    const next = this.take();
    if (next === '(') return this.group();
    if (next === '[') return this.characterClass();
    if (next === '.') return `[${this.dialect.wildcard}]`;
    if (next === '\\') return this.escape();
    if (this.dialect.anchors && (next === '^' || next === '$')) return next;
    if ('?*+{}])'.includes(next)) throw this.unknown(`“${next}” where a character is expected`);
    return literal(next);
  }

  private group(): string {
    if (this.peek() === '?') {
      if (!this.dialect.extended || this.characters[this.at + 1] !== ':') throw this.unknown('“(?”');
      this.at += 2;
    }
    const inner = this.alternatives();
    if (this.peek() !== ')') throw this.unknown('a group that is not closed');
    this.at += 1;
    return `(?:${inner})`;
  }

  private quantifier(): string {
    const first = this.peek();
    if (first === undefined || !'?*+{'.includes(first)) return '';
    const quantifier = first === '{' ? this.counted() : this.take();
    if (this.peek() === '?') {
      if (!this.dialect.extended) throw this.unknown('a reluctant quantifier');
      this.at += 1;
    }
    const after = this.peek();
    if (after !== undefined && '?*+{'.includes(after)) throw this.unknown('a quantifier after a quantifier');
    return quantifier;
  }

  private counted(): string {
    const text = this.characters.slice(this.at, this.at + 12).join('');
    const [found, least, comma, most] = /^\{(\d{1,4})(,?)(\d{0,4})\}/u.exec(text) ?? [];
    if (found === undefined || (comma === '' && most !== '')) throw this.unknown('“{” that starts no repetition');
    if (Math.max(Number(least), Number(most)) > REPEAT_LIMIT) {
      throw new NotTranslated(`it repeats something more than ${REPEAT_LIMIT} times`);
    }
    this.at += found.length;
    return found;
  }

  /** A class, with what is taken away from it as a nested class of its own. */
  private characterClass(): string {
    this.depth += 1;
    if (this.depth > NESTING_LIMIT) throw new NotTranslated(`its classes are nested more than ${NESTING_LIMIT} deep`);
    const negated = this.peek() === '^';
    if (negated) this.at += 1;
    let items = '';
    while (this.peek() !== ']') {
      if (this.peek() === undefined) throw this.unknown('a class that is not closed');
      if (this.peek() === '-' && this.characters[this.at + 1] === '[') {
        if (!this.dialect.subtraction || items === '') throw this.unknown('“-[” in a class');
        this.at += 2;
        const base = `[${negated ? '^' : ''}${items}]`;
        const removed = this.characterClass();
        if (this.peek() !== ']') throw this.unknown('something after a subtraction');
        this.at += 1;
        this.depth -= 1;
        return `[${base}--${removed}]`;
      }
      items += this.classItem();
    }
    if (items === '') throw this.unknown('an empty class');
    this.at += 1;
    this.depth -= 1;
    return `[${negated ? '^' : ''}${items}]`;
  }

  private classItem(): string {
    const first = this.classCharacter();
    const isRange = this.peek() === '-' && ![']', '[', undefined].includes(this.characters[this.at + 1]);
    if (!isRange) return first.text;
    if (!first.single) throw this.unknown('a range that starts with a class');
    this.at += 1;
    const last = this.classCharacter();
    if (!last.single) throw this.unknown('a range that ends with a class');
    return `${first.text}-${last.text}`;
  }

  private classCharacter(): { readonly text: string; readonly single: boolean } {
    const next = this.take();
    if (next === '[') throw this.unknown('“[” in a class');
    if (next === '&' && this.peek() === '&') throw this.unknown('“&&” in a class');
    if (next !== '\\') return { text: literal(next), single: true };
    const text = this.escape();
    return { text, single: !text.startsWith('[') };
  }

  private escape(): string {
    const next = this.take();
    const control = CONTROL[next];
    if (control !== undefined) return control;
    if (next === 'p' || next === 'P') return this.category(next);
    const lower = next.toLowerCase();
    if (/^[a-z]$/iu.test(next) && Object.hasOwn(this.dialect.classes, lower)) {
      return `[${next === lower ? '' : '^'}${this.dialect.classes[lower] ?? ''}]`;
    }
    const punctuation = this.dialect.looseEscapes ? /^[!-/:-@[-`{-~]$/u.test(next) : NEED_ESCAPE.includes(next);
    if (punctuation && (next !== '$' || this.dialect.anchors)) return literal(next);
    throw this.unknown(`“\\${next}”`);
  }

  private category(letter: string): string {
    const name = /^\{([A-Za-z]+)\}/u.exec(this.characters.slice(this.at, this.at + 40).join(''));
    if (name?.[1] === undefined || !CATEGORY.test(name[1])) throw this.unknown(`“\\${letter}” with this name`);
    this.at += name[0].length;
    return `[\\${letter}{${name[1]}}]`;
  }

  private peek(): string | undefined {
    return this.characters[this.at];
  }

  private take(): string {
    const next = this.characters[this.at];
    if (next === undefined) throw this.unknown('an expression that ends early');
    this.at += 1;
    return next;
  }

  private unknown(what: string): NotTranslated {
    return new NotTranslated(`${what} is not understood as ${this.dialect.title}`);
  }
}

function literal(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
