'use client';
/** Keeps what is chosen in the form and in the store alike: after a reload, and when a component is named in the drawing. */
import { useEffect } from 'react';
import { useCase, useCaseActions } from './case-context';

export function AnswerMemory({ formId }: { readonly formId: string }) {
  const chosen = useCase((state) => state.chosen);
  const confidence = useCase((state) => state.confidence);
  const { choose, beSure } = useCaseActions();
  useEffect(() => {
    for (const input of inputsOf(formId)) {
      if (input.name === 'answer' && chosen.length > 0) input.checked = chosen.includes(input.value);
      if (input.name === 'sure' && confidence !== undefined) input.checked = input.value === confidence;
    }
  }, [formId, chosen, confidence]);
  useEffect(() => {
    const form = document.getElementById(formId);
    const onChange = (event: Event): void => {
      if (!(event.target instanceof HTMLInputElement)) return;
      if (event.target.name === 'sure') beSure(event.target.value);
      if (event.target.name !== 'answer') return;
      const checked = inputsOf(formId).filter(({ name, checked: isOn }) => name === 'answer' && isOn);
      choose(checked.map(({ value }) => value));
    };
    form?.addEventListener('change', onChange);
    return () => form?.removeEventListener('change', onChange);
  }, [formId, choose, beSure]);
  return null;
}

function inputsOf(formId: string): readonly HTMLInputElement[] {
  return [...(document.getElementById(formId)?.querySelectorAll('input') ?? [])];
}
