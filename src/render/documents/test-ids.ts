/**
 * Test ids in short: those of one element and type share their beginning, `OQ-NCR.T03-POS-7K3QD, -2M9XA`. Every id can be
 * read off; nothing is left out.
 */
export function testIds(ids: readonly string[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const cut = id.lastIndexOf('-');
    const [stem, key] =
      cut > 0 && /^[0-9A-Z]{5}$/.test(id.slice(cut + 1)) ? [id.slice(0, cut), id.slice(cut)] : [id, ''];
    groups.set(stem, [...(groups.get(stem) ?? []), key]);
  }
  return [...groups].map(([stem, keys]) => `${stem}${keys.join(', ')}`);
}
