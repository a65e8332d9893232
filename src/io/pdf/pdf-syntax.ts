/** A number as content streams spell it, to a hundredth of a point. */
export function pdfNumber(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Object.is(rounded, -0) ? '0' : `${rounded}`;
}

/** A text string (ISO 32000-1, 7.9.2.2): as it is where it is ASCII, else UTF-16 with its mark, in hexadecimal. */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** Named destinations are ASCII with a prefix, so that their order by bytes is their order by code units. */
export function destinationName(id: string): string {
  return `d.${encodeURIComponent(id).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))}`;
}
