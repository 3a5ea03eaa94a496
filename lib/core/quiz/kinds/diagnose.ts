/** "Which component stops it, by which rule or route, and why?": any component may be named, and what is named is mended and tried. */
import type { Fault, Site } from '../../scenario/fault';
import type { FaultCase } from '../../scenario/fault-case';
import { ends, met } from '../../scenario/intent-path';
import type { Random } from '../../scenario/random';
import type { Change } from '../../simulate/world';
import { kindOf, NOTHING } from '../component-title';
import { casesApart, type Diagnosis, type JudgedDiagnosis, judgeOf } from '../diagnosis/judge';

export interface DiagnoseQuestion {
  readonly kind: 'diagnose';
  /** With everything wrong in its broken world. */
  readonly case: FaultCase;
  /** What is wrong besides the case's own fault: none, or one thing more. */
  readonly second: SecondFault | undefined;
  /** The plain form: ids of components, one of them right for each thing that is wrong. */
  readonly options: readonly string[];
}

interface SecondFault {
  readonly fault: Fault;
  readonly site: Site;
}

export type NoDiagnosis =
  | 'too few components stand on the way'
  | 'nothing on the way or beside it can be blamed'
  | 'one repair mends all';

const OPTIONS = 5;

export function askDiagnose(
  one: FaultCase,
  random: Random,
  second?: SecondFault,
): DiagnoseQuestion | NoDiagnosis {
  const question = { kind: 'diagnose', case: one, second, options: [] } as const;
  const judges = casesApart(one, repairsOf(question)).map(judgeOf);
  const isRight = new Map<string, readonly boolean[]>();
  const rightIn = (id: string): readonly boolean[] => {
    const known = isRight.get(id) ?? judges.map((judge) => judge({ component: id }).component);
    isRight.set(id, known);
    return known;
  };
  const pool = random.fork('pool').shuffle(componentsOf(one));
  const keys: string[] = [];
  for (const [i] of judges.entries()) {
    const at = (i === 0 ? one : second)?.site.at;
    const only = (id: string): boolean => rightIn(id).every((right, j) => right === (i === j));
    const key = pool.find(only) ?? (at !== undefined && only(at) ? at : undefined);
    if (key === undefined) return 'nothing on the way or beside it can be blamed';
    keys.push(key);
  }
  if (new Set(keys).size < keys.length) return 'one repair mends all';
  const wrong = pool.filter((id) => !rightIn(id).includes(true));
  const others = spread(wrong, keys, random.fork('others'));
  if (others.length < OPTIONS - keys.length) return 'too few components stand on the way';
  return { ...question, options: random.fork('order').shuffle([...keys, ...others]) };
}

/** One of each kind that is not there yet, then whatever is left; a kind that stands twice holds a key as often as not. */
function spread(wrong: readonly string[], keys: readonly string[], random: Random): readonly string[] {
  const rest = [...wrong];
  const taken: string[] = [];
  const take = (isWanted: (id: string) => boolean): void => {
    const at = rest.findIndex(isWanted);
    if (at >= 0) taken.push(...rest.splice(at, 1));
  };
  if (random.chance()) take((id) => keys.some((key) => kindOf(key) === kindOf(id)));
  while (taken.length < OPTIONS - keys.length && rest.length > 0) {
    const seen = new Set([...keys, ...taken].map(kindOf));
    const before = taken.length;
    take((id) => !seen.has(kindOf(id)));
    if (taken.length === before) take(() => true);
  }
  return taken;
}

/** Everything on the way there and back in the healthy design, and what stands beside it: nothing of it says what is broken. */
function componentsOf({ path, fault: { symptom } }: FaultCase): readonly string[] {
  const { client, server } = ends(path);
  const { flowLogs, networkInterfaces } = path.world.network;
  const steps = ([...path.legs.forward, ...path.legs.return] as const).flatMap(({ component, steps }) =>
    steps.some(({ kind }) => kind === 'internet' || kind === 'subnet') ? [] : [component],
  );
  const passed = (['forward', 'return'] as const)
    .flatMap((leg) => met(path, leg, 'network-interface'))
    .flatMap(({ component }) => networkInterfaces.get(component) ?? []);
  // A subnet is hardly ever to blame where none of its lists is, and offering it would narrow the choice.
  const around = [client, server, ...passed].flatMap((one) => (one ? [one.id] : []));
  // Its addresses and its names matter where something else is joined to it.
  const isJoined = steps.some((id) => /^(vpce|pcx|tgw|vgw)-/.test(id));
  const vpcs = [client, server].flatMap((one) => (one && isJoined ? [one.subnet.vpc.id] : []));
  const lists = [client, server].flatMap((one) =>
    one ? [...one.securityGroups, one.subnet.routeTable, one.subnet.networkAcl].map(({ id }) => id) : [],
  );
  const hosts = [path.intent.from, path.intent.server].filter(
    (name) => path.world.hosts.byName.get(name)?.address === undefined,
  );
  const isSeenWell = symptom === 'log-silent' || symptom === 'log-misleads' || symptom === 'false-alarm';
  const log = isSeenWell ? [...[...flowLogs.keys()], NOTHING] : [];
  return [...new Set([...steps, ...around, ...vpcs, ...lists, ...hosts, ...log])];
}

/** What mends each thing that is wrong; all of them together mend. */
export function repairsOf({
  case: one,
  second,
}: Pick<DiagnoseQuestion, 'case' | 'second'>): readonly (readonly Change[])[] {
  return [one.site, ...(second ? [second.site] : [])].map((site) => site.repair(one.broken));
}

export interface DiagnosisVerdict {
  readonly right: boolean;
  /** 0 to 1: 0.5 for the component, 0.3 for rule and direction, 0.2 for the mechanism, over all that is wrong. */
  readonly credit: number;
  /** For each thing that is wrong, the diagnosis that fits best; undefined: nobody spoke of it. */
  readonly judged: readonly (JudgedDiagnosis | undefined)[];
}

/**
 * Each thing that is wrong is looked at alone, with the others mended: a diagnosis fits it if something mends it at the component
 * that is named. More diagnoses than things are wrong are not read.
 */
export function gradeDiagnose(question: DiagnoseQuestion, diagnoses: readonly Diagnosis[]): DiagnosisVerdict {
  const { case: one } = question;
  const apart = casesApart(one, repairsOf(question));
  const read = diagnoses.slice(0, apart.length);
  if (apart.length > 1) {
    // Whoever finds what mends all of it alone needs no second name.
    const whole = best(read.map(judgeOf(one)));
    if (whole?.component) return { right: true, credit: whole.credit, judged: [whole] };
  }
  const judged = apart.map((single) => best(read.map(judgeOf(single))));
  const credit = judged.reduce((sum, each) => sum + (each?.credit ?? 0), 0) / judged.length;
  return { right: judged.every((each) => each?.component), credit, judged };
}

function best(judged: readonly JudgedDiagnosis[]): JudgedDiagnosis | undefined {
  return [...judged].sort((a, b) => b.credit - a.credit)[0];
}

/** The plain form: components alone, which are worth all of it there. */
export function gradeComponents(question: DiagnoseQuestion, picked: readonly string[]): DiagnosisVerdict {
  const verdict = gradeDiagnose(
    question,
    picked.map((component) => ({ component })),
  );
  const found = verdict.judged.filter((each) => each?.component).length;
  return { ...verdict, credit: found / verdict.judged.length };
}
