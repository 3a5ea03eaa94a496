/** The options once more, with what was chosen and what is right: where no run stands for them. */
import type { OptionVerdict } from '@/lib/core/quiz/verdict-view';
import { AnswerMark } from '../ui/answer-mark';
import { ProseText } from '../ui/prose-text';

export function OptionList({ options }: { readonly options: readonly OptionVerdict[] }) {
  if (options.length === 0) return null;
  return (
    <section aria-labelledby="options">
      <h2 id="options" className="mb-2 font-[640] text-[17px]">
        The options
      </h2>
      <ul className="space-y-2">
        {options.map(({ id, text, isChosen, isRight }) => (
          <li
            key={id}
            className={`flex items-center gap-3 rounded-control border bg-surface px-3 py-2 ${isRight ? 'border-accept' : 'border-line'}`}
          >
            <AnswerMark right={isRight} />
            <span className="min-w-0 flex-1 break-words">
              <span className="sr-only">{isRight ? 'right: ' : 'not right: '}</span>
              <ProseText prose={text} />
            </span>
            {isChosen && (
              <span className="shrink-0 rounded-full border border-edge px-2 text-xs">your answer</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
