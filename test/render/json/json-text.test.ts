import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { jsonText } from '../../../src/render/json/json-text.ts';

describe('JSON text', () => {
  it('is indented by two, ends with a line feed, and leaves absent values out', () => {
    expect(jsonText({ a: [1, 'ü'], b: undefined })).toBe('{\n  "a": [\n    1,\n    "ü"\n  ]\n}\n');
  });

  it('holds nothing that acts on a terminal, and says the same', () => {
    expect(jsonText('\u001b[2J\u009b\u007f\u202e\u2028\\u0041')).toBe(
      String.raw`"\u001b[2J\u009b\u007f\u202e\u2028\\u0041"` + '\n',
    );
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = jsonText(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});
