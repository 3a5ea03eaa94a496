/** A sentence that goes on inside another one. */
export function lowerFirst(sentence: string): string {
  // Not where the first word is a name that AWS writes in capitals.
  return /^[A-Z][a-z]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}
