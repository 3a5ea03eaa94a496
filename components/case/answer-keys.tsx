'use client';
import { useEffect } from 'react';

/** `1` to `9` choose an option, `Enter` checks: only where no text is being typed and no control has its own use for the key. */
export function AnswerKeys({ formId }: { readonly formId: string }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const form = document.getElementById(formId);
      if (!(form instanceof HTMLFormElement) || !(event.target instanceof Element)) return;
      if (event.target.closest('input:not([type=radio], [type=checkbox]), textarea, select')) return;
      const options = [...form.querySelectorAll<HTMLInputElement>('input[name=answer]')];
      const chosen = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined;
      if (chosen) {
        chosen.click();
        chosen.focus();
      } else if (event.key === 'Enter' && !event.target.closest('a, button, summary, input, [role=button]')) {
        form.requestSubmit();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [formId]);
  return null;
}
