/** Whether a function exists, and takes what it is given. */
import { aggregateNamed } from '../aggregates/catalogue';
import { FUNCTIONS, functionNamed, isNotHere } from '../functions/catalogue';
import { type Parameter, signature } from '../functions/function';
import { nearest } from './nearest';
import type { Call } from './query';
import type { QueryIssue } from './reader';
import type { Scope } from './scope';

/** Outside of what `stats` aggregates. */
export function checkCall(call: Call, scope: Scope): readonly QueryIssue[] {
  const called = functionNamed(call.name);
  if (!called) return [unknown(call)];
  if (called.reads !== undefined && !scope.isOpen && !scope.spellings.has(called.reads)) {
    const message = `\`${called.name}\` reads \`${called.reads}\`, which the \`stats\` before does not pass on: use \`datefloor\` on a time that it does`;
    return [{ at: call.at, message, expected: [] }];
  }
  return checkArguments(call, called);
}

export function checkArguments(
  call: Call,
  called: { readonly name: string; readonly parameters: readonly Parameter[] },
): readonly QueryIssue[] {
  const { parameters } = called;
  const given = call.arguments.length;
  const least = parameters.filter(({ isOptional }) => !isOptional).length;
  const most = parameters.some(({ repeats }) => repeats) ? Number.POSITIVE_INFINITY : parameters.length;
  if (given < least || given > most) {
    const message = `\`${signature(called)}\` is not called with ${given === 1 ? '1 argument' : `${given} arguments`}`;
    return [{ at: call.at, message, expected: [] }];
  }
  return call.arguments.flatMap((argument, index) => {
    const parameter = parameters[Math.min(index, parameters.length - 1)];
    const refuse = (message: string, expected: readonly string[] = []): readonly QueryIssue[] => [
      { at: argument.at, message, expected },
    ];
    if (argument.kind === 'star') return called.name === 'count' ? [] : refuse('only `count` takes `*`');
    if (parameter?.isPeriod && argument.kind !== 'period')
      return refuse(`\`${called.name}\` takes a period here`, ['a period such as `5m`']);
    if (!parameter?.isPeriod && argument.kind === 'period')
      return refuse(`\`${called.name}\` takes no period here`);
    const wrong = argument.kind === 'literal' ? parameter?.check?.(argument.value) : undefined;
    return wrong === undefined ? [] : refuse(wrong);
  });
}

export function unknown({ name, nameAt: at }: Call): QueryIssue {
  const aggregate = aggregateNamed(name);
  if (aggregate)
    return {
      at,
      message: `\`${aggregate.name}\` aggregates: it stands in \`stats\`, and not inside another aggregation`,
      expected: [],
    };
  if (isNotHere(name))
    return { at, message: `\`${name}\` is a function of AWS's that is not available here`, expected: [] };
  if (name.toLowerCase() === 'median')
    return { at, message: 'there is no function `median`: write `pct(…, 50)`', expected: ['`pct`'] };
  const near = nearest(
    name,
    FUNCTIONS.map((each) => each.name),
  );
  return {
    at,
    message: `there is no function \`${name}\``,
    expected: near === undefined ? [] : [`\`${near}\``],
  };
}
