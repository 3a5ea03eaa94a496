/** The question: native radios or checkboxes in a plain form, so that it is answered by mouse, by key, and without a script. */
import Form from 'next/form';
import type { ReactNode } from 'react';
import type { QuestionView } from '@/lib/core/quiz/question-view';
import { ProseText } from '../ui/prose-text';
import { AnswerKeys } from './answer-keys';
import { ConfidenceField } from './confidence-field';

interface QuestionFormProps {
  readonly view: QuestionView;
  /** What the last attempt lacked. */
  readonly problem: string | undefined;
  /** Whether it is asked how sure one is: not of somebody who has just arrived. */
  readonly asksConfidence: boolean;
  /** Beside the button. */
  readonly actions?: ReactNode;
}

export function QuestionForm({ view, problem, asksConfidence, actions }: QuestionFormProps) {
  const { of, seed, version, prompt, answer } = view;
  const isOne = answer.kind === 'choose-one';
  return (
    <Form action={`/case/${of.id}~${seed}`} id="answer" scroll>
      <input type="hidden" name="v" value={version} />
      <fieldset aria-describedby={problem ? 'answer-problem' : undefined}>
        <legend className="mb-2 font-[660] text-xl leading-tight tracking-[-0.022em]">{prompt}</legend>
        {problem && (
          <p
            id="answer-problem"
            role="alert"
            className="mb-2 rounded-control border border-edge bg-surface px-3 py-2"
          >
            {problem}
          </p>
        )}
        <div className="space-y-2">
          {answer.options.map(({ id, text, detail }, i) => (
            <label
              key={id}
              className="flex min-h-13 cursor-pointer items-center gap-3 rounded-control border border-edge bg-surface px-3 py-2 hover:border-accent has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
            >
              <input
                type={isOne ? 'radio' : 'checkbox'}
                name="answer"
                value={id}
                required={isOne}
                className="size-5 shrink-0 accent-accent"
              />
              <span className="min-w-0 flex-1">
                <span className="block font-[550] leading-snug max-sm:text-[15px]">
                  <ProseText prose={text} />
                </span>
                {detail && (
                  <span className="block text-ink-2 text-[13px] leading-snug max-sm:hidden">
                    <ProseText prose={detail} />
                  </span>
                )}
              </span>
              <span
                aria-hidden="true"
                className="hidden rounded-mark border border-edge px-1.5 font-mono text-ink-3 text-xs sm:block"
              >
                {i + 1}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {asksConfidence && <ConfidenceField />}
      <div className="flex items-center gap-3 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-10 max-sm:border-line max-sm:border-t max-sm:bg-surface max-sm:px-4 max-sm:py-2.5 sm:mt-3">
        <button
          type="submit"
          className="min-h-11 shrink-0 rounded-control bg-accent px-5 font-semibold text-accent-ink max-sm:flex-1"
        >
          Check the answer
        </button>
        {actions}
      </div>
      <AnswerKeys formId="answer" />
    </Form>
  );
}
