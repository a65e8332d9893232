import { CST, Parser } from 'yaml';

/** What the parser of the library keeps between two tokens. */
interface ParserState {
  source: string;
  type: CST.TokenType | '';
  offset: number;
  indent: number;
  atNewLine: boolean;
  atScalar: boolean;
  step(): Generator<CST.Token, void>;
  next(source: string): Generator<CST.Token, void>;
  end(): Generator<CST.Token, void>;
}

/**
 * What `Parser.parse` of the library makes of a text, from its tokens. `Parser.next` looks for a variable of the environment and
 * opens a generator at each of them, which is a tenth of the work of reading YAML; the steps themselves are the library's. A test
 * compares both.
 */
export function syntaxTokens(tokens: readonly string[]): readonly CST.Token[] {
  const parser = new Parser() as unknown as ParserState;
  const found: CST.Token[] = [];
  for (const source of tokens) {
    if (parser.atScalar) {
      parser.source = source;
      parser.atScalar = false;
      drain(parser.step(), found);
      parser.offset += source.length;
      continue;
    }
    const type = CST.tokenType(source);
    if (type === 'scalar') {
      parser.source = source;
      parser.atNewLine = false;
      parser.atScalar = true;
      parser.type = type;
    } else if (type === null || type === 'doc-mode' || type === 'flow-error-end') drain(parser.next(source), found);
    else {
      parser.source = source;
      parser.type = type;
      drain(parser.step(), found);
      moveOn(parser, type, source);
    }
  }
  drain(parser.end(), found);
  return found;
}

/** Where the parser stands after a token that the grammar knows. */
function moveOn(parser: ParserState, type: CST.TokenType, source: string): void {
  switch (type) {
    case 'newline':
      parser.atNewLine = true;
      parser.indent = 0;
      break;
    case 'space':
      if (parser.atNewLine && source[0] === ' ') parser.indent += source.length;
      break;
    case 'explicit-key-ind':
    case 'map-value-ind':
    case 'seq-item-ind':
      if (parser.atNewLine) parser.indent += source.length;
      break;
    default:
      parser.atNewLine = false;
  }
  parser.offset += source.length;
}

function drain(made: Generator<CST.Token, void>, found: CST.Token[]): void {
  for (let one = made.next(); one.done !== true; one = made.next()) found.push(one.value);
}
