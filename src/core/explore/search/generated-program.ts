import type { ComposedPlant, Step } from '../plant/composed-plant.ts';
import { representativeCode } from './alike/generated-representative.ts';
import type { Renaming } from './alike/renaming.ts';
import { conditionCode, int, placesOf, readCode, variableField } from './generated-condition.ts';
import { fullCode, stepCode, type Tables } from './generated-step.ts';
import { BLOCK, bitRuns, blockGuards } from './guard-tables.ts';
import { maskOf, type Layout } from './layout.ts';
import type { Questions, StepQuestion } from './questions.ts';
import { computedVariables, reachedOffset } from './reached-values.ts';
import { blockedBits } from './step-class.ts';

/** Odd factors with well spread bits. */
const FACTORS = [0x85ebca6b, 0xc2b2ae35, 0x9e3779b1, 0x27d4eb2f, 0x165667b1];

/**
 * The search as JavaScript source, for one plant and its questions. Its parameters are `m` (memory and counters, see
 * `search-memory.ts`), `G` (the tables of guards, see `guard-tables.ts`) and the constant tables `t0`, `t1` …; it returns
 * `run`. Only integers of the plant enter it: no name, label or other text of the user is ever part of it.
 *
 * What makes it fast, by measurement: packed states, an open table that holds numbers of states together with the high bits
 * of their hashes, so that hardly ever a wrong state is compared; guards looked up for 32 steps at once; and batches. The
 * successors of many states are collected before any of them is looked up: first all hashes are computed and their places
 * in the table touched, then the states behind them, and only then are they compared. The processor fetches all of these from
 * memory at the same time, where one look-up after the other would wait for each.
 *
 * With several `renamings` of alike records, each successor is replaced by the representative of all states that are called so
 * or otherwise before it is looked up, and its step is called as it is there.
 */
export function programSource(
  plant: ComposedPlant,
  layout: Layout,
  questions: Questions,
  constants: Tables,
  renamings: readonly Renaming[],
): string {
  const states = wordNames(layout, 's');
  return `'use strict';
const clz=Math.clz32,imul=Math.imul,B=m.batch,BH=m.batchHash,BS=m.batchPlace,BP=m.batchParent,BV=m.batchVia,BG=m.batchNames,M=m.stepNames,H=m.hits,HS=m.hitSteps,F=m.full,R=m.reached,C=m.taken;
let S=m.states,P=m.parents,L=m.via,T=m.table,ES=m.edgeStarts,ET=m.edgeTargets,EV=m.edgeSteps,EG=m.edgeNames,O=m.blocked;
let k=0,blocked=0,N=0,E=0,mask=T.length-1,cap=0,stopped=0,sink=0,open=${int(questions.count)};
function hit(p,i,v){H[p]=i;HS[p]=v;open--;}
${expandCode(plant, layout, questions, constants)}
function look(i,${states}){${lookCode(layout, questions)}}
${memoryCode(layout)}
${flushCode(layout, questions, plant.steps.length, renamings.length > 1 ? representativeCode(plant, layout, renamings, constants) : undefined)}
${runCode(plant, layout, questions)}
return run;`;
}

/** Source of a function over all states: `(states, count, out)` sets out[i] to 1 where the condition is true. */
export function conditionSource(layout: Layout, condition: string): string {
  return `'use strict';for(let i=0;i<count;i++){${loadCode(layout, 'states')}out[i]=${condition}?1:0;}`;
}

function wordNames(layout: Layout, prefix: string): string {
  return words(layout)
    .map((word) => `${prefix}${int(word)}`)
    .join(',');
}

function words(layout: Layout): number[] {
  return Array.from({ length: layout.words }, (_, word) => word);
}

function loadCode(layout: Layout, from: string): string {
  const width = int(layout.words);
  return `const ${words(layout)
    .map((word) => `s${int(word)}=${from}[i*${width}+${int(word)}]`)
    .join(',')};`;
}

function expandCode(plant: ComposedPlant, layout: Layout, questions: Questions, constants: Tables): string {
  const states = wordNames(layout, 's');
  const runs = bitRuns(layout);
  const functions: string[] = [];
  const asked = new Map<number, StepQuestion[]>();
  for (const question of questions.ofSteps) asked.set(question.step, [...(asked.get(question.step) ?? []), question]);
  for (let first = 0; first < plant.steps.length; first += BLOCK) {
    const steps = plant.steps.slice(first, first + BLOCK);
    const guards = steps.map(({ guard }) => guard);
    const { candidates, rest } = blockGuards(layout, runs, guards, constants.guards);
    const cases = steps.map((step, bit) => {
      const guard = conditionCode(layout, { kind: 'all', of: rest[bit] ?? [] }, 's');
      const taking =
        guard === 'false' ? '' : takingCode(plant, layout, step, asked.get(step.id) ?? [], constants, questions);
      return `case ${int(bit)}:${guard === 'true' ? `{${taking}}` : `if(${guard}){${taking}}`}break;`;
    });
    functions.push(
      `function e${int(functions.length)}(i,${states}){let c=${candidates};\nwhile(c!==0){const bit=31-clz(c&-c);c=c&c-1;switch(bit){\n${cases.join('\n')}}}}`,
    );
  }
  const calls = functions.map((_, index) => `e${int(index)}(i,${states});`).join('');
  return `${functions.join('\n')}\nfunction expand(i,${states}){${calls}}`;
}

/** Code that takes a step whose guard is true, or notes that a channel has no room. */
function takingCode(
  plant: ComposedPlant,
  layout: Layout,
  step: Step,
  asked: readonly StepQuestion[],
  constants: Tables,
  { ofWays }: Questions,
): string {
  const change = stepCode(plant, layout, step, constants);
  const questions = asked.map(({ property, wanted }) => {
    const condition = conditionCode(layout, wanted, 's');
    return condition === 'false'
      ? ''
      : `if(H[${int(property)}]<0&&${condition})hit(${int(property)},i,${int(step.id)});`;
  });
  const changed = new Set(change.words);
  const declared = change.words.map((word) => `n${int(word)}=s${int(word)}`).join(',');
  const stored = words(layout).map(
    (word) => `B[k*${int(layout.words)}+${int(word)}]=${changed.has(word) ? 'n' : 's'}${int(word)};`,
  );
  const values = computedVariables(step).map((variable) => {
    const field = variableField(layout, variable);
    return field.bits === 0 ? '' : `R[${int(reachedOffset(plant, variable))}+${readCode(field, 'n')}]=1;`;
  });
  const declaration = declared === '' ? '' : `let ${declared};`;
  const marks = [...values, ...stored].join('');
  const taking = `${questions.join('')}${declaration}${change.code}${marks}BP[k]=i;BV[k++]=${int(step.id)};`;
  const full = fullCode(plant, layout, step);
  if (full.length === 0) return taking;
  const bits = ofWays && blockedBits(step) > 0 ? `O[i]=O[i]|${int(blockedBits(step))};` : '';
  const noRoom = full.map(({ channel, code }) => `if(${code}){F[${int(channel)}]=1;room=0;}`).join('');
  return `let room=1;${noRoom}if(room===1){${taking}}else{blocked=1;${bits}}`;
}

function lookCode(layout: Layout, questions: Questions): string {
  return questions.ofStates
    .map(({ property, wanted }) => {
      const condition = conditionCode(layout, wanted, 's');
      return condition === 'false' ? '' : `if(H[${int(property)}]<0&&${condition})hit(${int(property)},i,-1);`;
    })
    .join('');
}

/** The whole hash is well mixed: its low bits choose the place, the high ones are kept in the table beside the number. */
function hashCode(layout: Layout, word: (index: number) => string): string {
  const mixed = words(layout).map((index) => `imul(${word(index)},${int(FACTORS[index % FACTORS.length] ?? 1)})`);
  const [first = '0', ...rest] = mixed;
  const sum = rest.map((part) => `h=(h^h>>>15)+${part}|0;`).join('');
  return `h=${first};${sum}h=imul(h^h>>>15,${int(0x2c1b3c6d)});h^=h>>>15;`;
}

function memoryCode(layout: Layout): string {
  const width = int(layout.words);
  const hash = hashCode(layout, (w) => `s[x+${int(w)}]`);
  return `function rehash(){
const t=T,q=mask,s=S,bh=BH,size=m.batchSize;let a=sink;
for(let from=0;from<N;from+=size){
const count=N-from<size?N-from:size;
for(let j=0,x=from*${width};j<count;j++,x+=${width}){let h;${hash}bh[j]=h;a^=t[h&q];}
for(let j=0;j<count;j++){const h=bh[j];let p=h&q;while(t[p]!==0)p=p+1&q;t[p]=h&~q|from+j+1;}
}
sink=a;
}
function makeRoom(){
m.moreStates(E+k,N+k);S=m.states;P=m.parents;L=m.via;ES=m.edgeStarts;O=m.blocked;
while(N+k>m.room&&m.moreTable(E+k)){T=m.table;mask=T.length-1;rehash();}
cap=m.capacity<m.room?m.capacity:m.room;
}`;
}

/** Three passes: touch the places in the table; find the first entry with the same high bits and touch its state; compare. */
function flushCode(
  layout: Layout,
  { ofWays: edges }: Questions,
  steps: number,
  representative: string | undefined,
): string {
  const width = int(layout.words);
  const load = words(layout).map((w) => `s${int(w)}=b[x+${int(w)}]`);
  const put = words(layout).map((w) => `b[x+${int(w)}]=s${int(w)};`);
  const hash =
    representative === undefined
      ? hashCode(layout, (w) => `b[x+${int(w)}]`)
      : `let ${load.join(',')};${representative}
if(g!==0){${put.join('')}bv[j]=M[g*${int(steps)}+bv[j]];}bg[j]=g;${hashCode(layout, (w) => `s${int(w)}`)}`;
  const same = words(layout)
    .map((w) => `s[y*${width}+${int(w)}]===b[x+${int(w)}]`)
    .join('&&');
  const store = words(layout)
    .map((w) => `s[n*${width}+${int(w)}]=b[x+${int(w)}];`)
    .join('');
  return `function flush(){
const b=B,s=S,t=T,q=mask,bh=BH,bs=BS,bp=BP,bv=BV,bg=BG,c=cap,parents=P,via=L,taken=C,count=k;let a=sink,n=N,j=0;
for(let x=0;j<count;j++,x+=${width}){let h;${hash}bh[j]=h;a^=t[h&q];}
for(j=0;j<count;j++){
const h=bh[j];let p=h&q,e;
while((e=t[p])!==0&&((e^h)&~q)!==0)p=p+1&q;
bs[j]=p;if(e!==0)a^=s[((e&q)-1)*${width}];}
sink=a;
j=0;
for(let x=0;j<count;j++,x+=${width}){
const h=bh[j];let p=bs[j],e,y=-1;
while((e=t[p])!==0){
if(((e^h)&~q)===0){y=(e&q)-1;if(${same})break;y=-1;}
p=p+1&q;}
${edges ? 'if(n>c||E+j>=ET.length){stopped=2;break;}' : ''}
if(y<0){
if(n===c){stopped=m.reason(n);break;}
${store}parents[n]=bp[j];via[n]=bv[j];y=n;t[p]=h&~q|++n;}
taken[bv[j]]++;
${edges ? `ET[E+j]=y;EV[E+j]=bv[j];${representative === undefined ? '' : 'EG[E+j]=bg[j];'}` : ''}
}
N=n;E+=j;k=0;
return stopped===0?-1:bp[j];
}`;
}

/** Level by level: `i` is the state that is left next, and everything before it has been. */
function runCode(plant: ComposedPlant, layout: Layout, questions: Questions): string {
  const states = wordNames(layout, 's');
  const width = int(layout.words);
  const resting = conditionCode(layout, plant.resting, 's');
  const stuck = resting === 'true' ? '' : `if(k===before&&blocked===0&&stuck<0&&!(${resting}))stuck=i;`;
  const owed = (questions.ofWays ? [] : (questions.endsEmpty ?? []))
    .flatMap((channel) => placesOf(layout, channel))
    .flatMap((place) => (place.bits === 0 ? [] : [`((s${int(place.word)}&${int(maskOf(place))})!==0)`]));
  const hopeless = owed.length === 0 ? '' : `if(${owed.join('+')}>left){cut=1;i++;continue;}`;
  // Not within flush: what is optimised before it has happened once is optimised twice.
  const room = questions.ofWays
    ? 'makeRoom();if(E+k>ET.length&&m.moreEdges(N,E,k)){ET=m.edgeTargets;EV=m.edgeSteps;EG=m.edgeNames;}'
    : 'if(N+k>cap)makeRoom();';
  const root = words(layout).map((word) => `B[${int(word)}]=roots[r*${width}+${int(word)}];`);
  return `function run(roots,decided){
let i=0,end=0,stuck=-1,expanded=0,cut=0;
for(let r=0;r<roots.length/${width};r++){
${root.join('')}BP[0]=-1;BV[0]=0;k=1;const was=N;${room}flush();E=0;
if(stopped!==0)break;
C[BV[0]]--;if(N>was)m.root(r);}
while(stopped===0&&end<N){
const left=m.level(end);end=N;
if(left<=0){stopped=5;break;}
while(i<end&&stopped===0){
while(i<end&&k<m.batchSize){
${loadCode(layout, 'S')}
look(i,${states});
if(open===0&&decided){stopped=4;break;}
${hopeless}const before=k;blocked=0;${questions.ofWays ? 'ES[i]=E+k;' : ''}
expand(i,${states});
${stuck}
i++;}
if(stopped===0){${room}const failed=flush();expanded=failed<0?i:failed;}
if(open===0&&decided)stopped=4;
if(stopped===0&&N>=m.next&&m.watch(N,E))stopped=3;
}
}
if(cut===1&&stopped===0)stopped=5;
if(stopped!==0){if(N>end)m.level(end);
for(let i=expanded;i<N;i++){${loadCode(layout, 'S')}look(i,${states});}}
${questions.ofWays ? 'if(stopped===0||stopped===3||stopped===5)ES[expanded]=E;' : ''}
m.finished(N,E,expanded,stopped,stuck);
}`;
}
