/** A case of a trap about records that are not there: each of the trap's reasons is as often the key. */
import { invariant } from '../../assert';
import { CONCLUSIONS } from '../../scenario/beliefs/conclusion';
import { REASONS } from '../../scenario/missing-record';
import { drawMissingRecord } from '../../scenario/missing-record-case';
import type { Random } from '../../scenario/random';
import type { MissingRecordTrap } from '../../scenario/trap';
import { askMissingRecord, type MissingRecordQuestion } from '../kinds/missing-record';
import type { Drawer } from './drawer';

export function missingRecordDrawer(trap: MissingRecordTrap, ofSeed: Random): Drawer<MissingRecordQuestion> {
  const id = ofSeed.fork('reason').pick(trap.reasons);
  const reason = REASONS.find((one) => one.id === id);
  invariant(reason, `${id} is a reason`);
  const beliefs = CONCLUSIONS.filter((belief) => trap.beliefs.includes(belief.id));
  return (random) => {
    const made = drawMissingRecord(reason, random.fork('case'), trap.isQuiet);
    if (!made) return 'the design has no place for it';
    const question = askMissingRecord(made, { beliefs, rivals: trap.reasons }, random.fork('question'));
    if (typeof question === 'string') return question;
    return { question, bites: question.options.some(({ belief }) => belief !== undefined) };
  };
}
