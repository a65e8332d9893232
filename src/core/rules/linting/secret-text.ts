/** What a text gives away, without repeating it. */
export type SecretKind = string;

/** Forms that only credentials have, as their issuers document them. */
const FORMS: readonly (readonly [SecretKind, RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/u],
  ['an access key of AWS', /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/u],
  ['a token of GitHub', /(?<![A-Za-z0-9_])(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})/u],
  ['a token of GitLab', /(?<![A-Za-z0-9-])glpat-[A-Za-z0-9_-]{20,}/u],
  ['a token of Slack', /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,}/u],
  ['a key of Stripe', /(?<![A-Za-z0-9])[rs]k_live_[A-Za-z0-9]{16,}/u],
  ['a key of Google', /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/u],
  ['a token of npm', /(?<![A-Za-z0-9_])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/u],
  ['a JSON web token', /(?<![A-Za-z0-9_])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/u],
];

const PASSWORD_IN_ADDRESS = /[a-z][a-z0-9+.-]*:\/\/[^\s:/?#@]*:([^\s/?#@]+)@/iu;
const AUTHORIZATION = /\b(?:basic|bearer) ([A-Za-z0-9+/._~-]{16,}={0,2})(?![A-Za-z0-9])/iu;
/** `pwd=…` in a connection string; a colon only right behind the word, where prose would have a sentence. */
const ASSIGNED =
  /\b(?:password|passwd|pwd|passphrase|secret|client[_-]?secret|api[_-]?key|access[_-]?key|account[_-]?key|shared[_-]?access[_-]?(?:key|signature)|private[_-]?key|auth[_-]?token|token)\s*=\s*["']?([^\s;,"'&]+)/iu;
/** A name whose value is a credential: `svc password`, `apiKey`, `client_secret`; not `password length`. */
const SECRET_NAME =
  /(?:^|[\s_.-]|(?<=[a-z]))(?:password|passwd|pwd|passphrase|secret|token|credentials?|api[ _-]?key|access[ _-]?key|private[ _-]?key)$/iu;

/** What stands for a credential that is kept elsewhere. */
const ELSEWHERE =
  /^(?:\$\{|\$\(|\{\{|<|%[A-Z_]+%|\*+$|x+$|vault|secrets?[:/]|env[:.]|kms|keyvault|ref\+|arn:|none$|n\/a$)/iu;

/** A sign of any of these forms: nearly every text has none, and is passed over by one look. */
const ANY_SIGN =
  /PRIVATE KEY|AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox|_live_|AIza|npm_|eyJ|:\/\/|basic |bearer |(?:pass\w*|pwd|secret|token|key|signature)\s*=/iu;

/** What a value gives away; undefined where it is no credential that can be recognised. */
export function secretIn(text: string, name: string): SecretKind | undefined {
  if (!ANY_SIGN.test(text)) return named(text, name);
  const form = FORMS.find(([, pattern]) => pattern.test(text));
  if (form !== undefined) return form[0];
  if (isCredential(PASSWORD_IN_ADDRESS.exec(text)?.[1], 1)) return 'a password in an address';
  if (isCredential(AUTHORIZATION.exec(text)?.[1], 16) && looksRandom(AUTHORIZATION.exec(text)?.[1] ?? ''))
    return 'a value of an authorization header';
  if (isCredential(ASSIGNED.exec(text)?.[1], 4)) return 'a password or key that is assigned';
  return named(text, name);
}

/** A value that is one by its name and its looks. */
function named(text: string, name: string): SecretKind | undefined {
  const secret = SECRET_NAME.test(name) && !/\s/u.test(text) && isCredential(text, 6) && looksRandom(text);
  return secret ? `a value under the name “${name}”` : undefined;
}

function isCredential(value: string | undefined, shortest: number): boolean {
  return value !== undefined && value.length >= shortest && !ELSEWHERE.test(value);
}

/** Letters mixed with digits or signs, as nobody writes a setting: `hunter2!`, not `enforced` or `90`. */
function looksRandom(value: string): boolean {
  const kinds = [/[a-z]/u, /[A-Z]/u, /\d/u, /[^A-Za-z0-9]/u].filter((kind) => kind.test(value)).length;
  return (
    kinds >= 3 || (kinds === 2 && /\d/u.test(value) && /[A-Za-z]/u.test(value)) || (kinds >= 2 && value.length >= 20)
  );
}
