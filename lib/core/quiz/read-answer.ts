/** The door for answers from files: options, diagnoses, calls as data or as AWS CLI lines. */
import * as z from 'zod';
import { formatPath } from '../ec2/issue';
import { readAwsCli } from '../ec2/read-aws-cli';
import { actionSchema } from '../ec2/schema/action';
import { issuesOf } from '../ec2/schema/zod-issue';
import type { Answer } from './answer';
import type { Diagnosis } from './diagnosis/judge';
import { isMechanism, MECHANISMS, type Mechanism } from './diagnosis/mechanism';

export type AnswerDoor = { readonly answer: Answer } | { readonly problem: string };

const text = z.string().max(200);
const DIRECTIONS = { inbound: 'ingress', outbound: 'egress', ingress: 'ingress', egress: 'egress' } as const;

const diagnosisSchema = z.strictObject({
  component: text,
  direction: z.enum(['inbound', 'outbound', 'ingress', 'egress']).optional(),
  part: text.optional(),
  mechanism: z
    .string()
    .refine((word): word is Mechanism => isMechanism(word), {
      error: ({ input }) => `\`${input}\` is none of ${Object.keys(MECHANISMS).join(', ')}`,
    })
    .optional(),
});

/** More calls than anybody needs for one repair. */
const MOST_ACTIONS = 50;

const SCHEMAS = {
  option: z.strictObject({ option: text }),
  options: z.strictObject({ options: z.array(text).max(10) }),
  component: diagnosisSchema,
  diagnoses: z.strictObject({ diagnoses: z.array(diagnosisSchema).max(10) }),
  actions: z.strictObject({ actions: z.array(actionSchema).max(MOST_ACTIONS) }),
  commands: z.strictObject({ commands: z.union([z.string(), z.array(z.string())]) }),
} as const;

type Form = keyof typeof SCHEMAS;

/** As a file says it; `Answer` itself is one of the forms too. */
export function readAnswer(value: unknown): AnswerDoor {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problem: 'an answer is a JSON object' };
  const { kind: _said, ...rest } = value as Readonly<Record<string, unknown>>;
  const forms = Object.keys(SCHEMAS) as readonly Form[];
  const form = forms.find((name) => name in rest);
  if (!form) return { problem: `an answer says one of ${forms.map((name) => `\`${name}\``).join(', ')}` };
  const parsed = SCHEMAS[form].safeParse(rest);
  if (!parsed.success) {
    const [issue] = issuesOf(parsed.error);
    return { problem: `${formatPath(issue?.path ?? [])} ${issue?.message ?? 'does not fit'}` };
  }
  return answerOf(parsed.data);
}

type Read = z.infer<(typeof SCHEMAS)[Form]>;

function answerOf(read: Read): AnswerDoor {
  if ('option' in read) return { answer: { kind: 'options', options: [read.option] } };
  if ('options' in read) return { answer: { kind: 'options', options: read.options } };
  if ('diagnoses' in read)
    return { answer: { kind: 'diagnosis', diagnoses: read.diagnoses.map(diagnosisOf) } };
  if ('component' in read) return { answer: { kind: 'diagnosis', diagnoses: [diagnosisOf(read)] } };
  if ('actions' in read) return { answer: { kind: 'repair', actions: read.actions } };
  const { commands } = read;
  const door = readAwsCli(typeof commands === 'string' ? commands : commands.join('\n'));
  if ('actions' in door) return { answer: { kind: 'repair', actions: door.actions } };
  const [first] = door.issues;
  return { problem: `line ${first?.line ?? 1} of the commands: ${first?.message ?? 'cannot be read'}` };
}

function diagnosisOf({ direction, ...rest }: z.infer<typeof diagnosisSchema>): Diagnosis {
  return { ...rest, direction: direction && DIRECTIONS[direction] };
}
