/** How sure somebody is: three levels by their percentages, none of them chosen beforehand. */
import { CONFIDENCES, type Confidence, claimed } from '@/lib/core/quiz/score/confidence';

export function ConfidenceField() {
  return (
    <fieldset className="mt-3">
      <legend className="mb-1 font-[550] text-[13px]">How sure are you?</legend>
      <div className="grid grid-cols-3 rounded-control border border-edge bg-surface">
        {CONFIDENCES.map((confidence) => (
          <label
            key={confidence}
            className="flex min-h-9 cursor-pointer items-center justify-center rounded-control border border-transparent px-1 text-center text-[13px] has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 pointer-coarse:min-h-11"
          >
            <input type="radio" name="sure" value={confidence} className="sr-only" />
            {confidenceText(confidence)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** "under 67 %", "67 to 80 %", "over 80 %" */
export function confidenceText(confidence: Confidence): string {
  const [from, to] = claimed(confidence);
  if (from === 0) return `under ${to} %`;
  return to === 100 ? `over ${from} %` : `${from} to ${to} %`;
}
