// Draws docs/images/impact-assessment.png, the picture in the README: page 1 of the impact assessment of the demonstration.
// Run it after the page has changed: node scripts/readme-picture.mjs [PACKAGE]
// Without PACKAGE the demo is made first, with what is built in dist. Needs pdftoppm (Debian and Ubuntu: poppler-utils).
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflate } from 'pako';

const WIDTH = 800;
const EDGE = 0xb8;
const MOST = 200 * 1024;

const root = fileURLToPath(new URL('../', import.meta.url));
const target = join(root, 'docs/images/impact-assessment.png');
const scratch = mkdtempSync(join(tmpdir(), 'countersign-picture-'));

try {
  const [wanted] = process.argv.slice(2);
  if (!wanted) run(process.execPath, [join(root, 'bin/run.js'), 'demo', join(scratch, 'demo')]);
  const documents = join(wanted ? resolve(wanted) : join(scratch, 'demo/evidence'), 'data/documents');
  const assessment = readdirSync(documents).find((name) => name.endsWith('-IA.pdf'));
  if (assessment === undefined) throw new Error(`${documents} holds no impact assessment.`);
  const page = join(scratch, 'page');
  const size = ['-scale-to-x', `${WIDTH}`, '-scale-to-y', '-1'];
  run('pdftoppm', ['-singlefile', '-f', '1', '-l', '1', ...size, join(documents, assessment), page]);
  const png = encode(framed(readPixmap(readFileSync(`${page}.ppm`))));
  if (png.length > MOST) throw new Error(`The picture has ${png.length} bytes: more than ${MOST}.`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, png);
  console.log(`${target}: ${Math.round(png.length / 1024)} KiB`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function run(program, args) {
  const { status, error } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ended with exit code ${status}.`);
}

/** A binary pixmap (P6) of 8 bits a channel. */
function readPixmap(bytes) {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  if (header === null) throw new Error('pdftoppm wrote no pixmap of 8 bits.');
  return { width: Number(header[1]), height: Number(header[2]), pixels: Buffer.from(bytes.subarray(header[0].length)) };
}

/** A thin grey edge, so that the page stands out from a white ground. */
function framed(image) {
  const { width, height, pixels } = image;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1)
        pixels.fill(EDGE, (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
  }
  return image;
}

/** PNG with a palette: a page of text has few colours, and most of them are the same few. */
function encode({ width, height, pixels }) {
  const coarse = (at) => [0, 1, 2].reduce((key, channel) => key * 256 + Math.round(pixels[at + channel] / 15) * 15, 0);
  const uses = new Map();
  for (let at = 0; at < pixels.length; at += 3) uses.set(coarse(at), (uses.get(coarse(at)) ?? 0) + 1);
  const colours = [...uses].toSorted((one, other) => other[1] - one[1] || one[0] - other[0]).map(([key]) => key);
  const palette = colours.slice(0, 256);
  const places = new Map(colours.map((key, place) => [key, place < 256 ? place : nearest(key, palette)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = places.get(coarse((y * width + x) * 3));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflate(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function channels(key) {
  return [(key >> 16) & 0xff, (key >> 8) & 0xff, key & 0xff];
}

function nearest(key, palette) {
  const distance = (other) => channels(key).reduce((sum, value, at) => sum + (value - channels(other)[at]) ** 2, 0);
  return palette.reduce((best, each, place) => (distance(each) < distance(palette[best]) ? place : best), 0);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
