/** A question as JSON: what is asked and what is seen, and, apart, the key. */

import { changeSentence } from '@/lib/core/explain/change';
import { plain } from '@/lib/core/explain/prose';
import { DEFAULT_FIELDS } from '@/lib/core/flowlog/fields';
import type { FieldName } from '@/lib/core/flowlog/record';
import { formatRecord } from '@/lib/core/flowlog/text';
import { formatAddress } from '@/lib/core/net/address';
import { choicesOf, keyOf, picksOf, promptOf } from '@/lib/core/quiz/choices';
import type { Generated } from '@/lib/core/quiz/generate/generate';
import type { Question } from '@/lib/core/quiz/question';
import { GENERATOR_VERSION } from '@/lib/core/scenario/scenario';
import type { Trap } from '@/lib/core/scenario/trap';
import { faultCaseJson } from './scenario-json';

const LETTERS = 'ABCDE';
const iso = (time: number): string => new Date(time).toISOString();

export function questionJson({ id, tasks }: Trap, seed: string, { question }: Generated): object {
  return {
    trap: id,
    seed,
    version: GENERATOR_VERSION,
    tasks,
    asks: question.kind,
    prompt: promptOf(question),
    choose: picksOf(question),
    options: choicesOf(question).map(({ text }, i) => ({ id: LETTERS[i], text })),
    seen: seenIn(question),
  };
}

export function questionKeyJson({ question, bites, discarded }: Generated): object {
  return { key: keyOf(question).map((i) => LETTERS[i]), bites, world: worldOf(question), discarded };
}

function seenIn(question: Question): object {
  switch (question.kind) {
    case 'which-repair':
    case 'choose-two':
    case 'diagnose':
    case 'what-tools-show':
    case 'which-log-call': {
      const {
        fault: _key,
        version: _twice,
        seed: _too,
        ...seen
      } = faultCaseJson(question.case) as Record<string, unknown>;
      return seen;
    }
    case 'missing-record': {
      const { interfaceId, packet, direction, at, now, row } = question.case;
      const { source, destination, sourcePort, destinationPort } = packet;
      return {
        interface: interfaceId,
        lookedFor: `${formatAddress(source)}:${sourcePort} > ${formatAddress(destination)}:${destinationPort}, ${direction}`,
        passedAt: iso(at),
        readAt: iso(now),
        flowLog: row,
      };
    }
    case 'what-becomes-of-it': {
      const { path, moment, changes } = question.case;
      const { from, to, port } = path.intent;
      return {
        session: `${from} > ${to} tcp ${port}`,
        change: changes.map((change) => plain(changeSentence(change))),
        at: iso(moment),
      };
    }
    case 'fill-in': {
      const fields: readonly FieldName[] = [...DEFAULT_FIELDS, 'tcp-flags', 'flow-direction'];
      const values = formatRecord(question.record.record, fields).split(' ');
      return {
        hidden: question.hidden,
        record: Object.fromEntries(
          fields.map((name, i) => [name, name === question.hidden ? '?' : values[i]]),
        ),
      };
    }
    case 'which-tool':
      return {};
    case 'what-keeps-out': {
      const { hostile, design } = question.case;
      return {
        unwanted: `${hostile.from} > ${hostile.to} tcp ${hostile.port}`,
        mustPass: design.intents.map(({ says }) => says),
      };
    }
  }
}

function worldOf(question: Question): object | undefined {
  if (question.kind === 'which-tool') return undefined;
  return question.kind === 'fill-in' ? question.world : question.case.world;
}
