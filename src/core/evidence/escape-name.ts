/**
 * What stands for itself in an escaped name: everything that is the same on every file system, in a URL and in an HTML
 * or PDF anchor. Letters beyond ASCII are escaped because file systems normalise and fold them differently.
 */
const PLAIN = /[A-Za-z0-9_().-]/;

/** Names that Windows gives to devices, alone or before a dot. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** Escaped form of one UTF-16 code unit: `~2F` below U+0080, `~u00E9` from there on; hexadecimal digits are capitals. */
function escapeUnit(unit: number): string {
  const digits = unit.toString(16).toUpperCase();
  return unit < 0x80 ? `~${digits.padStart(2, '0')}` : `~u${digits.padStart(4, '0')}`;
}

/**
 * The one escape by which ids and foreign file names become file names and anchors: the result is a single path
 * segment that every system keeps as it is, and `unescapeName` gives the original back. `IF-001` stays `IF-001`,
 * `A/B` becomes `A~2FB`, `nul.yaml` becomes `~6Eul.yaml`, the empty name becomes `~`.
 */
export function escapeName(name: string): string {
  if (name === '') return '~';
  const device = DEVICE_NAME.test(name);
  let escaped = '';
  for (let index = 0; index < name.length; index += 1) {
    const character = name.charAt(index);
    const first = index === 0;
    const last = index === name.length - 1;
    // A leading dot hides a file, a leading hyphen looks like an option, a trailing dot is dropped by Windows.
    const badPlace = (first && (device || character === '.' || character === '-')) || (last && character === '.');
    escaped += PLAIN.test(character) && !badPlace ? character : escapeUnit(name.charCodeAt(index));
  }
  return escaped;
}

/** The name that `escapeName` was given, or `undefined` for a text that `escapeName` never produces. */
export function unescapeName(escaped: string): string | undefined {
  if (escaped === '~') return '';
  const name = escaped.replaceAll(
    /~(?:u([0-9A-F]{4})|([0-9A-F]{2}))/g,
    (_, unit: string | undefined, low: string | undefined) =>
      String.fromCharCode(Number.parseInt(unit ?? low ?? '', 16)),
  );
  return escapeName(name) === escaped ? name : undefined;
}

/** A path with `/` whose every segment went through `escapeName`; `..` and absolute paths become harmless names. */
export function escapePath(path: string): string {
  return path.split('/').map(escapeName).join('/');
}
