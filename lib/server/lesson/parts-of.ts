/** From the elements of a checked lesson to what its page shows of each, by line. */
import { invariant } from '@/lib/core/assert';
import { fieldNamed } from '@/lib/core/flowlog/fields';
import type { FieldName } from '@/lib/core/flowlog/record';
import { formatRecord } from '@/lib/core/flowlog/text';
import { analysisOf, answerIn, recordAt } from '@/lib/core/lesson/claim';
import type { BrokenState, Part } from '@/lib/core/lesson/part';
import { planScene, playScene } from '@/lib/core/lesson/scene';
import { sceneView } from '@/lib/core/lesson/scene-view';
import { EXPLANATION_CODES } from '@/lib/core/rules/explanation-codes';
import { loadCase } from '../case';
import { caseHref } from '../slug';
import type { CheckedLesson, Scene } from './check-lesson';
import type { Attributes, Placed } from './elements';

/** @throws Error with the reason where an element of a lesson without problems shows nothing. */
export function partsOf(elements: readonly Placed[], { scenes }: CheckedLesson): ReadonlyMap<number, Part> {
  const parts = new Map<number, Part>();
  for (const one of elements) {
    const part = partOf(one, (id) => {
      const scene = scenes.get(id);
      invariant(scene, 'a checked lesson has the worlds that it names');
      return scene;
    });
    if (part) parts.set(one.line, part);
  }
  return parts;
}

function partOf(one: Placed, sceneOf: (id: string) => Scene): Part | undefined {
  switch (one.name) {
    case 'World':
      return { kind: 'world', id: one.given.id, scene: viewOf(sceneOf(one.given.id)) };
    case 'Verdict':
      return { kind: 'verdict', scene: viewOf(sceneOf(one.given.of)) };
    case 'Record':
      return recordPart(sceneOf(one.given.of), one.given);
    case 'Query': {
      const answer = answerIn(playScene(sceneOf(one.given.of).plan), one.given.text);
      if ('issue' in answer) throw new Error(`line ${one.line}: ${answer.issue}`);
      return { kind: 'query', text: one.given.text, ...answer };
    }
    case 'Analyzer':
      return analysisPart(sceneOf(one.given.of), one.line);
    case 'Break':
      return breakPart(sceneOf(one.given.of), one.given);
    case 'Ask':
      return questionPart(one.given, one.line);
    default:
      return undefined;
  }
}

const viewOf = ({ plan, document, shows }: Scene) => sceneView(playScene(plan), document, shows);

function recordPart(scene: Scene, given: Attributes<'Record'>): Part {
  const written = recordAt(playScene(scene.plan), given.interface, given.direction);
  invariant(written, `${given.interface} writes a record of what goes ${given.direction}`);
  const names = (given.fields ?? Object.keys(written.record)) as FieldName[];
  const fields = names.map((name) => ({
    name,
    value: formatRecord(written.record, [name]),
    means: fieldNamed(name)?.means ?? '',
    isHidden: name === given.hides,
  }));
  return { kind: 'record', interfaceId: given.interface, fields, line: formatRecord(written.record, names) };
}

function analysisPart({ plan, document }: Scene, line: number): Part {
  const asked = analysisOf(plan.world, document);
  if ('cannot' in asked) throw new Error(`line ${line}: the analyzer cannot be asked: ${asked.cannot}`);
  const codes = (asked.analysis.Explanations ?? []).map(({ ExplanationCode }) => ExplanationCode);
  return {
    kind: 'analysis',
    reachable: asked.analysis.NetworkPathFound === true,
    explanations: [...new Set(codes)].map((code) => ({ code, means: EXPLANATION_CODES[code].means })),
  };
}

/** Every position of the switches is played here, so that the page needs no script. */
function breakPart({ base, document, shows }: Scene, { switches }: Attributes<'Break'>): Part {
  const states = Array.from({ length: 2 ** switches.length }, (_, bits): BrokenState => {
    const on = switches.filter((_, i) => (bits >> i) % 2 === 1).flatMap(({ changes }) => changes);
    const scene = { ...document, changes: [...document.changes, ...on] } as Scene['document'];
    const plan = planScene(base, scene);
    return 'issue' in plan ? plan : sceneView(playScene(plan), scene, shows);
  });
  const { says } = viewOf({ base, document, shows, line: 0, plan: planOf(base, document) });
  return { kind: 'break', says, switches: switches.map(({ label }) => label), states };
}

function planOf(base: Scene['base'], document: Scene['document']): Scene['plan'] {
  const plan = planScene(base, document);
  invariant(!('issue' in plan), 'a checked lesson has worlds that hold together');
  return plan;
}

function questionPart({ trap, seed }: Attributes<'Ask'>, line: number): Part {
  const page = loadCase(`${trap}~${seed}`, {});
  if (page.kind !== 'question')
    throw new Error(`line ${line}: \`${trap}\` has no case of the seed \`${seed}\``);
  const { ticket, prompt } = page.view;
  return { kind: 'question', title: ticket.title, asks: prompt, href: caseHref({ id: trap, seed }), trap };
}
