/** From which template of the tool one of a project was taken. */
export interface TemplateOrigin {
  readonly version: string;
  /** SHA-256 of the text of the tool, in hexadecimal. */
  readonly sha256: string;
}

const HEAD = /^\{\{!-- countersign (\S{1,40}) \S+ sha256:([0-9a-f]{64}) /;

/** A template of the tool as a project takes it over: its first line says where it comes from, and prints nothing. */
export function ejectedText(path: string, text: string, origin: TemplateOrigin): string {
  const head = `{{!-- countersign ${origin.version} ${path} sha256:${origin.sha256} – keep this line: it says what the template was taken from --}}`;
  return `${head}\n${text}`;
}

/** What the first line of a template says of where it comes from. */
export function originOf(text: string): TemplateOrigin | undefined {
  const [, version, sha256] = HEAD.exec(text) ?? [];
  return version === undefined || sha256 === undefined ? undefined : { version, sha256 };
}
