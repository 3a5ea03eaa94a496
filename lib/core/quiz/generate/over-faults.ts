/** Cases of traps over faults: a fault of the drawn layer, proven, and the question that it gives. */
import { invariant } from '../../assert';
import { undiagnosable } from '../../scenario/diagnosable';
import type { Fault } from '../../scenario/fault';
import type { FaultCase } from '../../scenario/fault-case';
import { failureOf } from '../../scenario/fault-proof';
import { FAULTS } from '../../scenario/faults/catalogue';
import { drawCase } from '../../scenario/generate-fault';
import type { FaultLayer } from '../../scenario/layer';
import type { Random } from '../../scenario/random';
import type { LogCallTrap, PairTrap, RepairTrap, ToolsTrap } from '../../scenario/trap';
import { askChooseTwo, type ChooseTwoQuestion } from '../kinds/choose-two';
import { askWhatToolsShow, type WhatToolsShowQuestion } from '../kinds/what-tools-show';
import { askWhichLogCall, type LogCallQuestion } from '../kinds/which-log-call';
import { askWhichRepair, type WhichRepairQuestion } from '../kinds/which-repair';
import type { Drawer } from './drawer';

export function repairDrawer(trap: RepairTrap, seed: string, ofSeed: Random): Drawer<WhichRepairQuestion> {
  return overFaults(trap, seed, ofSeed, (made, random, bites) => {
    const question = askWhichRepair(made, random, {
      about: bites ? trap.beliefs : [],
      layers: layersOf(trap),
    });
    if (typeof question === 'string') return question;
    const isAbout = question.options.some(
      ({ origin }) => origin.kind === 'belief' && trap.beliefs.includes(origin.belief.id),
    );
    return bites && !isAbout ? 'the trap shows in none of the options' : question;
  });
}

export function toolsDrawer(trap: ToolsTrap, seed: string, ofSeed: Random): Drawer<WhatToolsShowQuestion> {
  return overFaults(trap, seed, ofSeed, askWhatToolsShow);
}

export function pairDrawer(trap: PairTrap, seed: string, ofSeed: Random): Drawer<ChooseTwoQuestion> {
  return overFaults(trap, seed, ofSeed, (made, random) => askChooseTwo(made, random));
}

export function logCallDrawer(trap: LogCallTrap, seed: string, ofSeed: Random): Drawer<LogCallQuestion> {
  const id = ofSeed.fork('fault').pick(trap.faults);
  const [fault] = pool([id]);
  invariant(fault, `${id} is a fault`);
  return (random) => {
    const made = proven(fault, seed, random.fork('case'));
    if (typeof made === 'string') return made;
    const question = askWhichLogCall(made, random.fork('question'));
    return typeof question === 'string' ? question : { question, bites: true };
  };
}

/** The layer is drawn once: cases that are discarded must not favour one. */
function overFaults<Q>(
  trap: RepairTrap | ToolsTrap | PairTrap,
  seed: string,
  ofSeed: Random,
  ask: (made: FaultCase, random: Random, bites: boolean) => Q | string,
): Drawer<Q> {
  const layer = ofSeed.fork('layer').pick(layersOf(trap));
  return (random) => {
    const { fault, bites } = drawFault(trap, layer, random.fork('fault'));
    const made = proven(fault, seed, random.fork('case'));
    if (typeof made === 'string') return made;
    const obvious = undiagnosable(made);
    if (obvious) return obvious;
    const question = ask(made, random.fork('question'), bites);
    return typeof question === 'string' ? question : { question, bites };
  };
}

/** A case that fails no proof, or the proof that it fails. */
export function proven(fault: Fault, seed: string, random: Random): FaultCase | string {
  const made = drawCase(fault, seed, random);
  return failureOf(made) ?? made;
}

type OverFaults = RepairTrap | ToolsTrap | PairTrap;

const pool = (ids: readonly string[]): readonly Fault[] => FAULTS.filter(({ id }) => ids.includes(id));

/** Those in which this trap's faults stand, each as often. */
function layersOf({ bites, contrasts }: OverFaults): readonly FaultLayer[] {
  return [...new Set(pool([...bites, ...contrasts]).map(({ layer }) => layer))].sort();
}

/** Three times of four one that bites, where this layer has one. */
function drawFault(
  trap: OverFaults,
  layer: FaultLayer,
  random: Random,
): { readonly fault: Fault; readonly bites: boolean } {
  const [here, there] = [pool(trap.bites), pool(trap.contrasts)].map((faults) =>
    faults.filter((fault) => fault.layer === layer),
  );
  invariant(here && there, 'a trap has two lists of faults');
  const bites = here.length > 0 && (there.length === 0 || random.integer(1, 4) > 1);
  return { fault: random.pick(bites ? here : there), bites };
}
