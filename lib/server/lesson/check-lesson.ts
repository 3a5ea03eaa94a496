/** Plays every world of a lesson and holds each claim against it; what does not hold is a problem with its line. */
import { type Checked, checkClaim } from '@/lib/core/lesson/claim';
import { planScene, type SceneDocument, type ScenePlan } from '@/lib/core/lesson/scene';
import type { World } from '@/lib/core/simulate/world';
import type { Attributes, Placed } from './elements';
import type { Problem, ReadMdx } from './read-mdx';

export interface Scene {
  readonly line: number;
  readonly document: SceneDocument;
  readonly base: World;
  readonly plan: ScenePlan;
  readonly shows: readonly string[];
}

export interface CheckedLesson {
  readonly scenes: ReadonlyMap<string, Scene>;
  /** Whether each claim holds under every reading of AWS, by its line. */
  readonly claims: ReadonlyMap<number, 'always' | 'inferred'>;
  readonly problems: readonly Problem[];
}

/** What a link may lead to, and the worlds that there are. */
export interface Known {
  readonly paths: ReadonlySet<string>;
  readonly traps: ReadonlySet<string>;
  readonly worlds: ReadonlyMap<string, World>;
}

export function checkLesson({ elements, links, problems: read }: ReadMdx, known: Known): CheckedLesson {
  const problems: Problem[] = [...read];
  const scenes = scenesOf(elements, known, problems);
  const claims = new Map<number, 'always' | 'inferred'>();
  for (const one of elements) {
    if (one.name === 'World') continue;
    if (one.name === 'Ask') {
      if (!known.traps.has(one.given.trap))
        problems.push({ line: one.line, reason: `no trap is \`${one.given.trap}\`` });
      continue;
    }
    if (one.name === 'Fact') continue;
    const scene = scenes.get(one.given.of);
    if (!scene) problems.push({ line: one.line, reason: `no <World> of this lesson is \`${one.given.of}\`` });
    else if (one.name === 'Claim') {
      const checked = checkClaim(scene.plan, scene.document, one.given);
      const reason = reasonOf(checked, one.given);
      if (reason !== undefined) problems.push({ line: one.line, reason });
      else if ('holds' in checked) claims.set(one.line, checked.holds);
    } else if (one.name === 'Record' && !scene.plan.world.network.networkInterfaces.has(one.given.interface))
      problems.push({ line: one.line, reason: `no interface is \`${one.given.interface}\`` });
  }
  for (const { line, href } of links) {
    const [path = ''] = href.split(/[?#]/);
    if (href.startsWith('/') && !known.paths.has(path))
      problems.push({ line, reason: `\`${href}\` leads nowhere` });
    else if (!/^(\/|https:\/\/|#)/.test(href))
      problems.push({ line, reason: `\`${href}\` is neither a page of ours nor an https address` });
  }
  return { scenes, claims, problems: problems.sort((a, b) => a.line - b.line) };
}

function reasonOf(checked: Checked, { inferred }: Attributes<'Claim'>): string | undefined {
  if ('reason' in checked) return `the claim does not hold: ${checked.reason}`;
  if (checked.holds === 'inferred' && !inferred)
    return 'the claim hangs on something that AWS does not document: mark it `inferred`';
  return checked.holds === 'always' && inferred
    ? 'the claim holds under every reading of AWS: leave `inferred` out'
    : undefined;
}

function scenesOf(
  elements: readonly Placed[],
  { worlds }: Known,
  problems: Problem[],
): ReadonlyMap<string, Scene> {
  const scenes = new Map<string, Scene>();
  for (const one of elements) {
    if (one.name !== 'World') continue;
    const { line, given } = one;
    const { id, base: name, after, shows, ...rest } = given;
    const base = worlds.get(name);
    if (!base) {
      problems.push({
        line,
        reason: `no world is \`${name}\`: content/worlds has ${[...worlds.keys()].join(', ')}`,
      });
      continue;
    }
    if (scenes.has(id)) problems.push({ line, reason: `two worlds are named \`${id}\`` });
    const document = { ...rest, changes: after } as SceneDocument;
    const plan = planScene(base, document);
    if ('issue' in plan) {
      problems.push({ line, reason: plan.issue });
      continue;
    }
    for (const shown of shows)
      if (!plan.world.network.networkInterfaces.has(shown))
        problems.push({ line, reason: `no interface is \`${shown}\`` });
    scenes.set(id, { line, document, base, plan, shows });
  }
  return scenes;
}
