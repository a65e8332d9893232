import Fraction from 'fraction.js';
import type { SpecModel } from '../../model/spec-model.ts';

/** How large a unit is: `value × factor + offset` is the amount in the base units of its dimension. */
export interface UnitSize {
  readonly factor: Fraction;
  readonly offset: Fraction;
}

/** What a unit measures and how large it is. */
export interface UnitScale {
  /** Base dimensions with their exponents, as one text: `length:1`, `count:-1 mass:1`; empty = a pure number. */
  readonly dimension: string;
  /** Undefined where the project declares a unit of its own and does not say what it equals. */
  readonly size: UnitSize | undefined;
}

type Exponents = ReadonlyMap<string, number>;

interface Scale {
  readonly exponents: Exponents;
  readonly size: UnitSize | undefined;
}

const BASE: Readonly<Record<string, string>> = {
  length: 'length:1',
  area: 'length:2',
  volume: 'length:3',
  mass: 'mass:1',
  time: 'time:1',
  temperature: 'temperature:1',
  amount: 'amount:1',
  'amount of substance': 'amount:1',
  current: 'current:1',
  angle: 'angle:1',
  count: 'count:1',
  number: '',
  ratio: '',
  fraction: '',
  velocity: 'length:1 time:-1',
  force: 'mass:1 length:1 time:-2',
  pressure: 'mass:1 length:-1 time:-2',
  energy: 'mass:1 length:2 time:-2',
  power: 'mass:1 length:2 time:-3',
  frequency: 'time:-1',
  density: 'mass:1 length:-3',
  concentration: 'mass:1 length:-3',
};

/*
 * Units whose size is fixed by definition: SI, and inch, pound and degree Fahrenheit by the international agreement of 1959
 * (1 in = 0.0254 m, 1 lb = 0.45359237 kg, exactly). Left out is what means several things: gallon, ton, ounce of volume, calorie.
 * One line each: names, what it measures, size in metre, kilogram, second, kelvin, ampere, mole, degree of arc, piece, and offset.
 */
const TABLE: readonly (readonly [names: string, measures: string, factor: string, offset?: string])[] = [
  ['m', 'length', '1'],
  ['dm', 'length', '1/10'],
  ['cm', 'length', '1/100'],
  ['mm', 'length', '1/1000'],
  ['um μm micron', 'length', '1/1000000'],
  ['nm', 'length', '1/1000000000'],
  ['km', 'length', '1000'],
  ['in [in_i]', 'length', '127/5000'],
  ['uin μin', 'length', '127/5000000000'],
  ['ft [ft_i]', 'length', '381/1250'],
  ['L l', 'volume', '1/1000'],
  ['dL dl', 'volume', '1/10000'],
  ['cL cl', 'volume', '1/100000'],
  ['mL ml', 'volume', '1/1000000'],
  ['uL ul μL μl', 'volume', '1/1000000000'],
  ['hL hl', 'volume', '1/10'],
  ['kg', 'mass', '1'],
  ['g', 'mass', '1/1000'],
  ['mg', 'mass', '1/1000000'],
  ['ug μg mcg', 'mass', '1/1000000000'],
  ['ng', 'mass', '1/1000000000000'],
  ['lb lbs [lb_av]', 'mass', '45359237/100000000'],
  ['[oz_av]', 'mass', '45359237/1600000000'],
  ['s sec', 'time', '1'],
  ['ms', 'time', '1/1000'],
  ['us μs', 'time', '1/1000000'],
  ['min', 'time', '60'],
  ['h hr', 'time', '3600'],
  ['d', 'time', '86400'],
  ['K', 'temperature', '1'],
  ['Cel °C degC', 'temperature', '1', '5463/20'],
  ['[degF] °F degF', 'temperature', '5/9', '45967/180'],
  ['A', 'current', '1'],
  ['mA', 'current', '1/1000'],
  ['mol', 'amount', '1'],
  ['mmol', 'amount', '1/1000'],
  ['umol μmol', 'amount', '1/1000000'],
  ['N', 'force', '1'],
  ['kN', 'force', '1000'],
  ['Pa', 'pressure', '1'],
  ['hPa mbar', 'pressure', '100'],
  ['kPa', 'pressure', '1000'],
  ['MPa', 'pressure', '1000000'],
  ['bar', 'pressure', '100000'],
  ['J', 'energy', '1'],
  ['kJ', 'energy', '1000'],
  ['Wh', 'energy', '3600'],
  ['kWh', 'energy', '3600000'],
  ['W', 'power', '1'],
  ['kW', 'power', '1000'],
  ['Hz', 'frequency', '1'],
  ['kHz', 'frequency', '1000'],
  ['deg °', 'angle', '1'],
  ['EA ea pcs pc each piece pieces', 'count', '1'],
  ['1', 'number', '1'],
  ['% pct', 'number', '1/100'],
  ['ppm [ppm]', 'number', '1/1000000'],
  ['ppb [ppb]', 'number', '1/1000000000'],
];

const KNOWN: ReadonlyMap<string, Scale> = new Map(
  TABLE.flatMap(([names, measures, factor, offset]) => {
    const exponents = exponentsOf(BASE[measures] ?? '');
    const scale: Scale = { exponents, size: { factor: new Fraction(factor), offset: new Fraction(offset ?? 0) } };
    return names.split(' ').map((name) => [name.normalize('NFKC'), scale] as const);
  }),
);

/** Units that are counted from a point of their own or on a logarithmic scale: no factor alone converts them. */
const LOGARITHMIC: ReadonlySet<string> = new Set(['pH', '[pH]', 'dB', 'B', 'dBm', 'dB(A)', 'dBA', 'Np']);
const GAUGE: ReadonlySet<string> = new Set(['barg', 'bar(g)', 'psig', 'psi(g)', 'kPag', 'kPa(g)', 'mbarg', 'mbar(g)']);

/** Why a factor alone does not convert a unit; undefined where it does, or where the unit is not known. */
export function whyNoFactor(model: SpecModel, unit: string): string | undefined {
  const name = unit.normalize('NFKC');
  // A unit that is declared keeps its nature, unless the project says what amount of another one it is.
  if (model.get('unit', name)?.attributes.equals !== undefined) return undefined;
  if (LOGARITHMIC.has(name)) return 'is logarithmic';
  if (GAUGE.has(name)) return 'is counted from the pressure of the air';
  return (KNOWN.get(name)?.size?.offset.n ?? 0n) === 0n ? undefined : 'is not counted from the absolute zero';
}

/**
 * The scale of a unit: as the project declares it (`units`), else as it is defined, else put together of units that are known
 * (`kg/EA`, `mg/mL`, `mm2`). Undefined where a part of it is not known: nothing is concluded from that.
 */
export function unitScale(model: SpecModel, unit: string): UnitScale | undefined {
  const scale = scaleOf(model, unit.normalize('NFKC'), new Set());
  return scale && { dimension: dimensionText(scale.exponents), size: scale.size };
}

/** The scale of a unit by its definition alone, whatever a project declares under its name. */
export function definedScale(unit: string): UnitScale | undefined {
  const known = KNOWN.get(unit.normalize('NFKC'));
  return known && { dimension: dimensionText(known.exponents), size: known.size };
}

/**
 * What a project says of a unit whose size or nature is fixed by definition, and that is not so: `kg` that equals 453.6 g, a
 * gram that measures length, a logarithmic unit that is an amount of another one. Undefined where nothing contradicts.
 */
export function contradictedDefinition(model: SpecModel, unit: string): 'dimension' | 'equals' | undefined {
  const name = unit.normalize('NFKC');
  const declared = model.get('unit', name);
  if (declared === undefined) return undefined;
  const { equals, dimension } = declared.attributes;
  const known = definedScale(name);
  if (known === undefined) return equals !== undefined && isNeverAnAmount(name, dimension) ? 'equals' : undefined;
  if (isOtherDimension(dimension, known.dimension)) return 'dimension';
  const own = equals === undefined ? undefined : (amountByDefinition(equals) ?? unitScale(model, name));
  return own === undefined || isKnownSize(own, known) ? undefined : 'equals';
}

/** What an amount of a unit with a fixed size is, whatever the project says of that unit. */
function amountByDefinition(equals: string): UnitScale | undefined {
  const blank = equals.indexOf(' ');
  const base = definedScale(equals.slice(blank + 1));
  if (base?.size === undefined) return undefined;
  const factor = base.size.factor.mul(equals.slice(0, blank));
  return { dimension: base.dimension, size: { factor, offset: new Fraction(0) } };
}

function isKnownSize(own: UnitScale, known: UnitScale): boolean {
  if (own.dimension !== known.dimension) return false;
  if (own.size === undefined || known.size === undefined) return true;
  return own.size.factor.equals(known.size.factor) && own.size.offset.equals(known.size.offset);
}

/** Whether a declared dimension is surely not this one: what it is called freely (weight, pieces, concentration) says nothing. */
function isOtherDimension(name: string, dimension: string): boolean {
  const word = name.toLowerCase();
  return BASE[word] !== undefined && word !== 'concentration' && declaredDimension(name) !== dimension;
}

/** `B` is also what some call a box: who counts with it does not mean the logarithmic unit. */
function isNeverAnAmount(name: string, dimension: string): boolean {
  return GAUGE.has(name) || (LOGARITHMIC.has(name) && declaredDimension(dimension) !== 'count:1');
}

/** The dimension that a project gives a unit by name, without what it equals. */
export function declaredDimension(name: string): string {
  const known = BASE[name.toLowerCase()];
  return known === undefined ? `${name.toLowerCase()}:1` : dimensionText(exponentsOf(known));
}

/** What one unit times another, or through it, measures and how large that is. */
export function combined(a: UnitScale, b: UnitScale, sign: 1 | -1): UnitScale {
  const product = joined(
    { exponents: exponentsOf(a.dimension), size: a.size },
    { exponents: exponentsOf(b.dimension), size: b.size },
    sign,
  );
  return { dimension: dimensionText(product.exponents), size: product.size };
}

function joined(a: Scale, b: Scale, sign: 1 | -1): Scale {
  const exponents = added(a.exponents, b.exponents, sign);
  if (a.size === undefined || b.size === undefined) return { exponents, size: undefined };
  const factor = sign === 1 ? a.size.factor.mul(b.size.factor) : a.size.factor.div(b.size.factor);
  // Within a compound a degree is a difference: it has no point from which it is counted.
  return { exponents, size: { factor, offset: new Fraction(0) } };
}

/** A dimension for people: `density`, `mass/count`; a pure number has its word. */
export function dimensionWords(dimension: string): string {
  if (dimension === '') return 'a pure number';
  const parts = [...exponentsOf(dimension)];
  const name = ([base, power]: readonly [string, number]): string =>
    `${base}${Math.abs(power) === 1 ? '' : Math.abs(power)}`;
  const above = parts.filter(([, power]) => power > 0).map(name);
  const below = parts.filter(([, power]) => power < 0).map(name);
  const named = Object.entries(BASE).find(
    ([, text]) => text !== '' && dimensionText(exponentsOf(text)) === dimension,
  )?.[0];
  return named ?? [above.join('·') || '1', ...below].join('/');
}

function scaleOf(model: SpecModel, name: string, seen: ReadonlySet<string>): Scale | undefined {
  if (seen.has(name) || name === '') return undefined;
  const declared = model.get('unit', name);
  const known = KNOWN.get(name);
  if (declared === undefined) return known ?? productOf(model, name, seen);
  const { equals, dimension } = declared.attributes;
  if (equals === undefined) {
    // To name a unit does not take its size away: a gram that is declared is as heavy as one that is not.
    if (known !== undefined && !isOtherDimension(dimension, dimensionText(known.exponents))) return known;
    return { exponents: exponentsOf(declaredDimension(dimension)), size: undefined };
  }
  const own = known === undefined ? undefined : amountByDefinition(equals);
  if (
    known !== undefined &&
    own !== undefined &&
    isKnownSize(own, { ...known, dimension: dimensionText(known.exponents) })
  )
    return known;
  const blank = equals.indexOf(' ');
  const base = scaleOf(model, equals.slice(blank + 1).normalize('NFKC'), new Set([...seen, name]));
  if (base?.size === undefined) return base;
  const { factor } = base.size;
  return { exponents: base.exponents, size: { factor: factor.mul(equals.slice(0, blank)), offset: new Fraction(0) } };
}

const ONE: Scale = { exponents: new Map(), size: { factor: new Fraction(1), offset: new Fraction(0) } };

/** `kg/EA`, `N.m`, `m3/h`. */
function productOf(model: SpecModel, name: string, seen: ReadonlySet<string>): Scale | undefined {
  const pieces = name.split(/([/.·*])/u);
  let scale = ONE;
  for (let index = 0; index < pieces.length; index += 2) {
    const piece = pieces[index] ?? '';
    const part =
      KNOWN.has(piece) || model.get('unit', piece) ? scaleOf(model, piece, seen) : powerOf(model, piece, seen);
    if (part === undefined) return undefined;
    scale = joined(scale, part, pieces[index - 1] === '/' ? -1 : 1);
  }
  return scale;
}

/** `mm2`, `cm3`, `s-1`. */
function powerOf(model: SpecModel, name: string, seen: ReadonlySet<string>): Scale | undefined {
  const [, base = '', power = ''] = /^(\D*?)(-?[1-9])$/u.exec(name) ?? [];
  const scale = KNOWN.has(base) || model.get('unit', base) ? scaleOf(model, base, seen) : undefined;
  if (scale === undefined) return undefined;
  const exponents = new Map([...scale.exponents].map(([key, value]) => [key, value * Number(power)]));
  if (scale.size === undefined) return { exponents, size: undefined };
  return { exponents, size: { factor: scale.size.factor.pow(power), offset: new Fraction(0) } };
}

function exponentsOf(text: string): Exponents {
  const parts = text === '' ? [] : text.split(' ').map((part) => part.split(':'));
  return new Map(parts.map(([base = '', power = '1']) => [base, Number(power)]));
}

function added(a: Exponents, b: Exponents, sign: 1 | -1): Exponents {
  const sum = new Map(a);
  for (const [base, power] of b) sum.set(base, (sum.get(base) ?? 0) + sign * power);
  return new Map([...sum].filter(([, power]) => power !== 0));
}

function dimensionText(exponents: Exponents): string {
  return [...exponents]
    .map(([base, power]) => `${base}:${power}`)
    .sort()
    .join(' ');
}
