/** What the characters of a regular expression mean, where languages differ. Every expression is for the whole value. */
export interface PatternDialect {
  /** As people call it. */
  readonly title: string;
  /** `^` and `$` are edges of the value; otherwise they are characters like others. */
  readonly anchors: boolean;
  /** `(?:…)` and `*?` exist. */
  readonly extended: boolean;
  /** `[a-z-[aeiou]]` takes characters away. */
  readonly subtraction: boolean;
  /** Any character that is no letter and no digit may be escaped, not only those that need it. */
  readonly looseEscapes: boolean;
  /** Content of the character class that a dot, or an escaped letter, stands for; in the notation of ECMA-262 with flag `v`. */
  readonly wildcard: string;
  readonly classes: Readonly<Record<string, string>>;
}

/** Name start and name characters of XML 1.0, fifth edition, productions 4 and 4a. */
const NAME_START = String.raw`\:A-Z_a-z\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{2FF}\u{370}-\u{37D}\u{37F}-\u{1FFF}\u{200C}-\u{200D}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}`;
const XML_CLASSES = {
  s: String.raw`\u{20}\t\n\r`,
  d: String.raw`\p{Nd}`,
  w: String.raw`\p{L}\p{M}\p{N}\p{S}`,
  i: NAME_START,
  c: String.raw`${NAME_START}\-.0-9\u{B7}\u{300}-\u{36F}\u{203F}-\u{2040}`,
};
const ASCII_CLASSES = { s: String.raw`\u{20}\t\n\v\f\r`, d: '0-9', w: 'A-Za-z0-9_' };

/**
 * Dialects that are translated. Sources: XML Schema 1.1 part 2, appendix G; XPath and XQuery Functions 3.1, section 5.6.1;
 * pcre2pattern(3), without UCP; java.util.regex.Pattern, without flags.
 */
export const PATTERN_DIALECTS: Readonly<Record<string, PatternDialect>> = {
  xsd: {
    title: 'XML Schema',
    anchors: false,
    extended: false,
    subtraction: true,
    looseEscapes: false,
    wildcard: String.raw`^\n\r`,
    classes: XML_CLASSES,
  },
  xpath: {
    title: 'XPath',
    anchors: true,
    extended: true,
    subtraction: true,
    looseEscapes: false,
    wildcard: String.raw`^\n\r`,
    classes: XML_CLASSES,
  },
  pcre: {
    title: 'PCRE',
    anchors: true,
    extended: true,
    subtraction: false,
    looseEscapes: true,
    wildcard: String.raw`^\n`,
    classes: ASCII_CLASSES,
  },
  java: {
    title: 'Java',
    anchors: true,
    extended: true,
    subtraction: false,
    looseEscapes: true,
    wildcard: String.raw`^\n\r\u{85}\u{2028}\u{2029}`,
    classes: ASCII_CLASSES,
  },
};
