/** "Which tool tells that?": what somebody wants to know is matched with what each tool can tell. */
import type { Random } from '../../scenario/random';
import { NEEDS, type Need, TOOLS, type Tool } from '../../scenario/tool';
import { singleChoiceCredit } from '../score/answer-credit';

export interface WhichToolQuestion {
  readonly kind: 'which-tool';
  readonly need: Need;
  /** The need with its host's name. */
  readonly prompt: string;
  /** When somebody asks: milliseconds since 1970. */
  readonly at: number;
  readonly options: readonly Tool[];
}

const OPTIONS = 4;

/** `needs`: what the trap is about; the tools of the others are the first distractors, since those are what people mix up. */
export function askWhichTool(
  need: Need,
  needs: readonly string[],
  { server, at }: { readonly server: string; readonly at: number },
  random: Random,
): WhichToolQuestion {
  const isRight = ({ id }: Tool): boolean => need.toldBy.includes(id);
  const near = new Set(NEEDS.filter(({ id }) => needs.includes(id)).flatMap(({ toldBy }) => toldBy));
  const shuffled = random.fork('tools').shuffle(TOOLS.filter((tool) => !isRight(tool)));
  const wrong = [...shuffled.filter(({ id }) => near.has(id)), ...shuffled.filter(({ id }) => !near.has(id))];
  const options = [...TOOLS.filter(isRight), ...wrong].slice(0, OPTIONS);
  return {
    kind: 'which-tool',
    need,
    prompt: need.says.replace('{server}', server),
    at,
    options: random.fork('order').shuffle(options),
  };
}

export function gradeWhichTool({ need }: WhichToolQuestion, picked: string) {
  const credit = singleChoiceCredit(need.toldBy, picked);
  return { right: credit === 1, credit, key: need.toldBy };
}
